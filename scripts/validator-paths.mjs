import { readFile } from 'node:fs/promises';

const SCHEMAS = /[\\/]_schemas[\\/][^\\/]+\.js$/;
const PARAMETERS = ',{instancePath="",parentData,parentDataProperty,rootData=data}={})';
const SAME_VALUE = /([\w$]+)\(data,\{instancePath,parentData,parentDataProperty,rootData\}\)/g;
const INNER_VALUE =
  /([\w$]+)\(([^(){}]+),\{instancePath:(instancePath\+[^{}]*?),parentData:[^{}]*?,parentDataProperty:[^{}]*?,rootData\}\)\|\|\(errors=\(vErrors=null===vErrors\?\1\.errors:vErrors\.concat\(\1\.errors\)\)\.length\)/g;

const PLACED = `
const instancePath="";
function placed(known,path,errors){
  const own=errors.map((error)=>({...error,instancePath:path+error.instancePath}));
  return known===null?own:known.concat(own);
}
`;

/** An esbuild plugin: the validators of `kubernetes-models` and its relatives, as `pathsOnError` writes them. */
export const validatorPaths = {
  name: 'validator-paths',
  setup(build) {
    build.onLoad({ filter: SCHEMAS }, async ({ path }) => ({
      contents: pathsOnError(await readFile(path, 'utf8'), path),
    }));
  },
};

/**
 * A validator that puts the path of a value together when something is wrong with it, and then gives the same errors.
 * As ajv wrote it, it puts together the path of every value it looks at and an object to pass it on in, which takes
 * longer than the looking. Throws an error when it was not written as all of them are.
 */
export function pathsOnError(source, file) {
  const rewritten = source
    .replaceAll(PARAMETERS, ')')
    .replace(INNER_VALUE, '$1($2)||(errors=(vErrors=placed(vErrors,$3,$1.errors)).length)')
    .replace(SAME_VALUE, '$1(data)');
  if (/parentData|rootData/.test(rewritten)) throw new Error(`${file} passes paths on in a way of its own`);
  return rewritten + PLACED;
}
