// What the browser has stored of the documents, read and changed behind the program's back.
import { inflateRawSync } from 'node:zlib';
import { settle } from './browser.mjs';
import { comesTrue, ready } from './editing.mjs';

export const reload = async (page) => { await page.reload(); await ready(page); await settle(page, 150); };

/** The bytes of every record, as texts of base64, under their keys as JSON. */
export const storedRecords = (page) => page.evaluate(() => new Promise((resolve, reject) => {
  const request = indexedDB.open('zhengshe', 1);
  request.onupgradeneeded = () => request.transaction.abort();  // there is none, and we make none
  request.onerror = () => reject(request.error);
  request.onsuccess = () => {
    const found = {}, walk = request.result.transaction('records').objectStore('records').openCursor();
    walk.onsuccess = ({ target: { result: cursor } }) => {
      if (!cursor) {
        request.result.close();
        return resolve(found);
      }
      found[JSON.stringify(cursor.key)] = btoa(String.fromCharCode(...new Uint8Array(cursor.value)));
      cursor.continue();
    };
  };
}));

/** Stores records as `storedRecords` gives them, from a page of the origin where the program has not run. */
export const plantRecords = (page, given) => page.evaluate((records) => new Promise((resolve, reject) => {
  const request = indexedDB.open('zhengshe', 1);
  request.onerror = () => reject(request.error);
  request.onupgradeneeded = () => request.result.createObjectStore('records');
  request.onsuccess = () => {
    const transaction = request.result.transaction('records', 'readwrite');
    for (const [key, bytes] of Object.entries(records)) transaction.objectStore('records').put(Uint8Array.from(atob(bytes), (letter) => letter.charCodeAt(0)), JSON.parse(key));
    transaction.oncomplete = () => { request.result.close(); resolve(); };
  };
}), given);

const teamsIn = (packed) => {
  try {
    return [JSON.parse(inflateRawSync(Buffer.from(packed, 'base64url'))).teams.available[0].teams];
  } catch {
    return [];
  }
};

/** The number of teams in every record and journal of the browser that can be read. */
export async function storedTeams(page) {
  const records = Object.values(await storedRecords(page)).map((bytes) => Buffer.from(bytes, 'base64').toString('utf8'));
  const journals = await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('zhengshe.journal.')).map((key) => localStorage.getItem(key)));
  return [...records, ...journals].flatMap((text) => teamsIn(text.slice(text.lastIndexOf(':') + 1)));
}

/** Waits until the states with these numbers of teams are on the disk. */
export const areStored = (page, ...numbers) => comesTrue(async () => {
  const stored = await storedTeams(page).catch(() => []);
  return numbers.every((number) => stored.includes(number));
}, `${numbers} are stored`);

/** Changes the record of the highest number: `change` maps its bytes to other bytes. */
export const damageNewest = (page, change) => page.evaluate((source) => new Promise((resolve) => {
  const how = new Function(`return ${source}`)();
  indexedDB.open('zhengshe', 1).onsuccess = (opened) => {
    const transaction = opened.target.result.transaction('records', 'readwrite');
    transaction.objectStore('records').openCursor(null, 'prev').onsuccess = (event) => event.target.result.update(how(event.target.result.value));
    transaction.oncomplete = () => { opened.target.result.close(); resolve(); };
  };
}), String(change));
