// jsonld.js, the reference processor, reads a JSON-LD file: prints its triples as N-Quads. Other contexts may be given as files.
import { readFileSync } from 'node:fs';
import jsonld from 'jsonld';

const [path, ...pairs] = process.argv.slice(2);
const known = {};
for (let n = 0; n < pairs.length; n += 2) known[pairs[n]] = JSON.parse(readFileSync(pairs[n + 1], 'utf8'));
const documentLoader = async url => {
  if (!(url in known)) throw new Error(`nothing may be fetched: ${url}`);
  return { contextUrl: null, documentUrl: url, document: known[url] };
};
const file = JSON.parse(readFileSync(path, 'utf8'));
const quads = await jsonld.toRDF(file, { format: 'application/n-quads', documentLoader, safe: true });
process.stdout.write(JSON.stringify(quads));
