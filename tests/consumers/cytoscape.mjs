// Cytoscape.js reads a .cyjs file: prints its nodes and edges, each id with its data.
import { readFileSync } from 'node:fs';
import cytoscape from 'cytoscape';

const file = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const cy = cytoscape({ headless: true, elements: file.elements });
const told = elements => Object.fromEntries(elements.map(element => [element.id(), element.data()]));
process.stdout.write(JSON.stringify({ nodes: told(cy.nodes()), edges: told(cy.edges()) }));
