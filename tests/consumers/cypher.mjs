// Neo4j's own parser reads Cypher scripts: prints for each what is wrong in it, in syntax and meaning.
import { readFileSync } from 'node:fs';
import { lintCypherQuery } from '@neo4j-cypher/language-support';

const wrong = path => lintCypherQuery(readFileSync(path, 'utf8'), {}).diagnostics.map(found => found.message);
process.stdout.write(JSON.stringify(process.argv.slice(2).map(wrong)));
