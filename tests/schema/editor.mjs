// An editor without its window: the language service that editors use for JSON, which finds the schema only by
// the file's own reference to it and can reach nothing but the files given here.
import languageService from 'vscode-json-languageservice';
import { schemaText } from './schema.mjs';

const { getLanguageService, TextDocument } = languageService;
const folder = 'file:///home/planner/';
const schemaAddress = `${folder}scenario.schema.json`;

/** Stands for where the cursor is. */
export const cursor = '¦';

export class Editor {
  constructor(text = schemaText) {
    this.asked = [];
    this.service = getLanguageService({
      schemaRequestService: async (address) => {
        this.asked.push(address);
        if (address === schemaAddress) return text;
        throw new Error(`there is nothing at ${address}`);
      },
      workspaceContext: { resolveRelativePath: (path, from) => new URL(path, from).href },
    });
    this.service.configure({ validate: true });
  }

  #open(text) {
    const document = TextDocument.create(`${folder}scenario.json`, 'json', 1, text.replace(cursor, ''));
    return { document, parsed: this.service.parseJSONDocument(document), position: document.positionAt(text.indexOf(cursor)) };
  }

  /** What is proposed at the cursor: the words to insert, with what is said of each. */
  async proposals(text) {
    const { document, parsed, position } = this.#open(text);
    const { items } = await this.service.doComplete(document, position, parsed);
    return new Map(items.map((item) => [item.label, item.documentation?.value ?? item.documentation ?? '']));
  }

  /** What is told of the word under the cursor. */
  async hover(text) {
    const { document, parsed, position } = this.#open(text);
    const told = await this.service.doHover(document, position, parsed);
    return told && told.contents.join('\n').replaceAll('\\', '');  // marks that keep Markdown from reading its own signs
  }

  /** What is underlined, with the line (from 1) and the reason. */
  async complaints(text) {
    const { document, parsed } = this.#open(text);
    const list = await this.service.doValidation(document, parsed);
    return list.map(({ range, message }) => ({ line: range.start.line + 1, marked: document.getText(range), message }));
  }
}
