// Apache Annotator finds the words of a page of annotations in an article's text, as a browser would: by quote and by position.
// Arguments: the page, the article's IRI, a file with its text. Prints for each annotation its id and what was found, each with its place.
import { readFileSync } from 'node:fs';
import { JSDOM } from 'jsdom';

const [pagePath, article, textPath] = process.argv.slice(2);
const { window } = new JSDOM('<!doctype html><pre></pre>');
for (const name of ['document', 'Node', 'NodeFilter', 'Range', 'Text', 'Document']) globalThis[name] ??= window[name];
const { createTextPositionSelectorMatcher, createTextQuoteSelectorMatcher } = await import('@apache-annotator/dom');

const scope = window.document.querySelector('pre');
scope.textContent = readFileSync(textPath, 'utf8');
const matchers = { TextQuoteSelector: createTextQuoteSelectorMatcher, TextPositionSelector: createTextPositionSelectorMatcher };
const found = [];
for (const { id, target } of JSON.parse(readFileSync(pagePath, 'utf8')).items) {
  if (target.source.id !== article) continue;
  const ranges = {};
  for (const selector of target.selector) {
    ranges[selector.type] = [];
    for await (const range of matchers[selector.type](selector)(scope)) ranges[selector.type].push([range.startOffset, range.toString()]);
  }
  found.push([id, ranges]);
}
process.stdout.write(JSON.stringify(found));
