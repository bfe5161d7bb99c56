/** A release of some programs, as its project publishes it for each system: `<os>-<architecture>` to SHA-256. */
export interface Release {
  readonly project: 'prometheus' | 'alertmanager';
  readonly version: string;
  /** What of it the tests run. */
  readonly programs: readonly string[];
  readonly sha256: Readonly<Record<string, string>>;
}

/** The versions that platforms run, so that what is proven is what happens; sums are those of their `sha256sums.txt`. */
export const releases: readonly Release[] = [
  {
    project: 'prometheus',
    version: '3.14.0',
    programs: ['promtool', 'prometheus'],
    sha256: {
      'linux-amd64': 'f665c6da19eb7ba399c915d30c7d9793c9b417bf8a749b504bc470678631478d',
      'linux-arm64': '077f3781ab7245dc04c9a3c9b78ba120fc8e41aa0dc97489b0af67247e50ba83',
      'darwin-amd64': 'a14307b9726e66cadb81be9a544732623af26dabeb7702c987aa9c3c062ada34',
      'darwin-arm64': 'a9623f7f4fe65b1b171b423c1a72bbf23dfdf41a171dcb33e7dd302af80dc01c',
    },
  },
  {
    project: 'alertmanager',
    version: '0.34.0',
    programs: ['amtool', 'alertmanager'],
    sha256: {
      'linux-amd64': '19c75a11d8c03dc4ade7abdbddfb3a8f28c9e7b000d0849cda0cd71dffd74a03',
      'linux-arm64': 'a96ef16598ddc58e84d28167b3352b30e3205698d76c56ef467e4504d7664da4',
      'darwin-amd64': '2c76c6bb30f030296cbfbf803bfd99494987197fcb8743f73ef5f351d568ce97',
      'darwin-arm64': '0cb31efe439c58ab77594b62a28f9de95f2d08beccf0f11eba4b822b2f549b82',
    },
  },
];

/** The words of releases for the machine this runs on, such as `linux-amd64`. */
export function systemOf(platform: string, architecture: string): string {
  return `${platform}-${architecture === 'x64' ? 'amd64' : architecture}`;
}

/** Where a release is published, and the folder that its archive holds. */
export function archiveOf({ project, version }: Release, system: string) {
  const folder = `${project}-${version}.${system}`;
  const url = `https://github.com/prometheus/${project}/releases/download/v${version}/${folder}.tar.gz`;
  return { folder, url };
}
