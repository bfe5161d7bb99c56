/** How it is measured, for the reader of docs/benchmarks.md. */
export const METHOD = `How long Charthouse takes to render generated platforms of 10 to 5,000 services in three environments, and how long
others take to render the same objects. Run it again with \`npm run bench\`; it takes about 20 minutes and wants a
machine with 8 GiB of memory that does nothing else. \`npm run bench -- 10 100\` measures those sizes only and prints
the result. \`TMPDIR\` chooses where files go; a folder in memory such as \`/dev/shm\` gives the steadiest numbers.

## How it is measured

- Whole processes, from start to exit, each into an empty folder. One run of each to warm up, then all in turn
  (A B C A B C ...); the tables show medians.
- Peak memory is that of the warm-up run, whose time does not count: VmHWM of \`/proc\`, read every two milliseconds.
  Of several processes one after another it is the largest, of several at once the sum of their peaks.
- Every fifth service is a worker, the others serve requests and call two or three more; each has about twelve objects.
- Charthouse reads its YAML, validates it, resolves the dependencies, judges every object by all its checks, schemas
  included, and writes YAML. The checks take more than half of that time; none of the others has any.
- The others do not start from the dependencies. From what Charthouse rendered, one template per kind is derived, and
  for each service the values that differ (its name, versions, sizes, lists of callers). That template is written out as
  a JavaScript function and as a Helm template, and each tool renders from those. So the others have no validation and
  no resolving to do; checksums and merged settings stand in their values ready made. That favours them.
- Up to 1,000 services, the objects of every tool are compared with those of Charthouse, every field of each, before
  anything is timed. A difference ends the benchmark.
- floor: plain objects, \`JSON.stringify\`, one file per service and environment. Nothing on Node can do less.
- cdk8s App.synth: plain cdk8s in its fastest shape, an App per service and ApiObjects, in one process of node.
- kosko generate: one process, a component per environment, plain objects with nothing to validate. Its package
  @kosko/env is an empty stand-in, as no variables are used.
- helm template: one process per environment, a template file per kind with loops over the services in the values.
- kubectl kustomize: one environment only, and no overlay: a flat list of files, the least it can have to do.
- A tool that takes longer than 60 seconds is stopped, and not run on larger platforms.
`;
