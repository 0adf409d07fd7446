// graphology, with which Gephi Lite reads files, reads GEXF or GraphML: prints nodes and edges with their attributes.
import { readFileSync } from 'node:fs';
import { MultiGraph } from 'graphology';
import gexf from 'graphology-gexf';
import graphml from 'graphology-graphml';

const [path] = process.argv.slice(2);
const text = readFileSync(path, 'utf8');
const graph = (path.endsWith('.gexf') ? gexf : graphml).parse(MultiGraph, text);
const edges = graph.mapEdges((key, attributes, source, target) => ({ key, source, target, attributes }));
process.stdout.write(JSON.stringify({ nodes: Object.fromEntries(graph.mapNodes((key, of) => [key, of])), edges }));
