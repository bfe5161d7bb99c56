/**
 * Why a file or folder cannot have a name everywhere a repository is checked out; undefined when it can. Windows keeps
 * the names of devices, with any ending ("Naming Files, Paths, and Namespaces", Microsoft Learn).
 */
export function unportable(name: string): string | undefined {
  if (DEVICE.test(name)) return 'is the name of a device on Windows';
  if (/[. ]$/.test(name)) return 'ends in a character that Windows drops';
  return /[<>:"|?*\\]/.test(name) ? 'has a character that Windows does not allow' : undefined;
}

const DEVICE = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)/i;
