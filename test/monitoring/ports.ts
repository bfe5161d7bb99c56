/** Where everything listens. */
export type Ports = Readonly<Record<'alertmanager' | 'prometheus' | 'receiver' | 'services', number>>;
