// What the platform promises every program, tried on the probe page: no test here knows the interface.
import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { launch, open, root, settle } from './browser.mjs';
import { becomes, handed, picker } from './editing.mjs';
import { assert, test } from './harness.mjs';

const state = (page) => page.evaluate(() => JSON.parse(window.zhengshe.scenario()));

async function centre(page, label) {
  const items = await page.evaluate(() => window.zhengshe.items());
  const item = items.find((candidate) => candidate.label === label);
  assert.ok(item, `there is an item "${label}" among ${items.map((candidate) => candidate.label)}`);
  return [item.x + item.w / 2, item.y + item.h / 2];
}

async function click(page, label, options) {
  await page.mouse.click(...(await centre(page, label)), options);
  await settle(page, 100);
}

/** A test with the probe page open in a browser of its own. */
function probeTest(name, body, { ratio = 1, ...options } = {}) {
  test(name, async ({ probeUrl }) => {
    const browser = await launch({ ratio });
    try {
      const page = await open(browser, probeUrl, options);
      await settle(page, 100);
      await body(page);
      assert.deepEqual(page.complaints, []);
    } finally {
      await browser.close();
    }
  });
}

probeTest('a click presses, a right click is told apart, a check box ticks', async (page) => {
  await click(page, 'Press me');
  await click(page, 'Press me', { button: 'right' });
  await click(page, 'Tick me');
  await becomes(async () => { const { clicks, rightClicks, checked } = await state(page); return { clicks, rightClicks, checked }; }, { clicks: 1, rightClicks: 1, checked: true });
});

probeTest('items tell label, role, state and place', async (page) => {
  const items = await page.evaluate(() => window.zhengshe.items());
  const role = (label) => items.find((item) => item.label === label)?.role;
  assert.deepEqual(['Name', 'Press me', 'Tick me', 'First tab', 'Second tab', 'Probe'].map(role),
                   ['textbox', 'button', 'checkbox', 'tab', 'tab', 'window']);
  assert.equal(new Set(items.map((item) => item.id)).size, items.length);
});

probeTest('typing, an input method and the clipboard all reach a text field', async (page) => {
  await click(page, 'Name');
  await page.keyboard.type('abc ');
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Input.imeSetComposition', { text: 'zheng', selectionStart: 5, selectionEnd: 5 });
  const composing = () => page.evaluate(() => ({ value: document.getElementById('textinput').value, seen: getComputedStyle(document.getElementById('textinput')).opacity }));
  await becomes(composing, { value: 'zheng', seen: '1' });
  await becomes(async () => (await state(page)).text, 'abc ');
  await devtools.send('Input.insertText', { text: '整社' });
  await settle(page, 100);
  await becomes(async () => (await state(page)).text, 'abc 整社');

  await page.keyboard.press('Control+A');
  await page.keyboard.press('Control+C');
  await becomes(() => page.evaluate(() => navigator.clipboard.readText()), 'abc 整社');
  await page.keyboard.press('Control+X');
  await settle(page, 100);
  await becomes(async () => (await state(page)).text, '');
  await page.evaluate(() => navigator.clipboard.writeText('贴 "pasted" 𠀀'));
  await page.keyboard.press('Control+V');
  await settle(page, 100);
  await becomes(async () => (await state(page)).text, '贴 "pasted" 𠀀');
  await page.keyboard.press('Backspace');
  await settle(page, 100);
  await becomes(async () => (await state(page)).text, '贴 "pasted" ');
}, { permissions: ['clipboard-read', 'clipboard-write'] });

probeTest('text pasted outside a field, a dropped file and a link arrive in the inbox', async (page) => {
  await page.evaluate(() => navigator.clipboard.writeText('{"a": 1}'));
  await page.mouse.click(500, 500);
  await page.keyboard.press('Control+V');
  await settle(page, 100);
  await page.evaluate(() => {
    const transfer = new DataTransfer();
    transfer.items.add(new File(['dropped 合作社'], '昆明.json'));
    document.getElementById('canvas').dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true }));
  });
  await settle(page, 100);
  await page.evaluate(() => { location.hash = '#v1.3.abc'; });
  await settle(page, 100);
  await becomes(async () => (await state(page)).arrivals, 'paste:={"a": 1};file:昆明.json=dropped 合作社;link:=v1.3.abc;');
}, { permissions: ['clipboard-read', 'clipboard-write'] });

probeTest('the file dialogue opens from a click and its file arrives', async (page) => {
  const path = join(tmpdir(), `probe-${process.pid}.json`);
  writeFileSync(path, 'picked 文件');
  await page.evaluate(() => { delete window.showSaveFilePicker; });  // then there is no dialogue that gives a way to write back
  const chooser = await picker(page, () => click(page, 'Open file'));
  await chooser.setFiles(path);
  await settle(page, 100);
  await becomes(async () => (await state(page)).arrivals, `file:probe-${process.pid}.json=picked 文件;`);
});

probeTest('a save downloads where the browser cannot write files, and says so', async (page) => {
  await page.evaluate(() => { delete window.showSaveFilePicker; });
  const { name, text } = await handed(page, () => click(page, 'Save file'));
  assert.deepEqual({ name, text }, { name: 'probe.json', text: '整社 saved\n' });
  await becomes(async () => (await state(page)).saved, 'downloaded');
});

probeTest('a save that writes a file reads it back before it claims success', async (page) => {
  const fake = (stored) => page.evaluate((kept) => {
    const chunks = [];
    window.showSaveFilePicker = async () => ({
      createWritable: async () => ({ write: async (bytes) => chunks.push(bytes), close: async () => {} }),
      getFile: async () => new Blob(kept ?? chunks),
    });
  }, stored);
  await fake(undefined);
  await click(page, 'Save file');
  await becomes(async () => (await state(page)).saved, 'written');
  await fake(['整社 sav']);
  await click(page, 'Save file');
  await becomes(async () => (await state(page)).saved, 'failed');
  await page.evaluate(() => { window.showSaveFilePicker = async () => { throw new DOMException('closed', 'AbortError'); }; });
  await click(page, 'Save file');
  await becomes(async () => (await state(page)).saved, 'cancelled');
});

probeTest('settings survive a reload', async (page) => {
  await click(page, 'Name');
  await page.keyboard.type('kept 留');
  await click(page, 'Remember');
  await page.reload();
  await page.evaluate(() => window.zhengshe.ready);
  await settle(page, 100);
  await click(page, 'Recall');
  await becomes(async () => (await state(page)).text, 'kept 留');
});

probeTest('our shortcuts reach the program and the browser keeps its own', async (page) => {
  await page.mouse.click(500, 500);
  const prevented = async (chord) => {
    await page.evaluate(() => addEventListener('keydown', (event) => { window.lastPrevented = event.defaultPrevented; }));
    await page.keyboard.press(chord);
    return page.evaluate(() => window.lastPrevented);
  };
  assert.equal(await prevented('Control+S'), true);
  assert.equal(await prevented('Control+O'), true);
  for (const chord of ['Control+J', 'F5', 'Control+C', 'F12']) assert.equal(await prevented(chord), false, chord);
  await settle(page, 100);
  await becomes(async () => { const { savePresses, openPresses } = await state(page); return { savePresses, openPresses }; }, { savePresses: 1, openPresses: 1 });
});

probeTest('Escape, then Tab, leaves the canvas', async (page) => {
  await page.mouse.click(500, 500);
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'textinput');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Tab');
  assert.notEqual(await page.evaluate(() => document.activeElement.id), 'textinput');
});

probeTest('a finger taps, scrolls a list, slides a slider and holds for the right click', async (page) => {
  const devtools = await page.context().newCDPSession(page);
  const touch = (type, ...points) => devtools.send('Input.dispatchTouchEvent', { type, touchPoints: points.map(([x, y], id) => ({ x, y, id })) });
  const drag = async ([x, y], dx, dy) => {
    await touch('touchStart', [x, y]);
    for (let i = 1; i <= 10; i++) await touch('touchMove', [x + dx * i / 10, y + dy * i / 10]);
    await touch('touchEnd');
    await settle(page, 100);
  };
  const [x, y] = await centre(page, 'Press me');
  await page.touchscreen.tap(x, y);
  await settle(page, 100);
  await becomes(async () => (await state(page)).clicks, 1);

  await drag(await centre(page, 'Row 3'), 0, -60);
  const { scroll } = await state(page);
  assert.ok(scroll > 40 && scroll < 70, `scrolled by ${scroll}`);

  await drag(await centre(page, 'Slide me'), 150, 0);
  assert.ok((await state(page)).slider > 0.6);

  await touch('touchStart', [x, y]);
  await page.waitForTimeout(700);
  await touch('touchEnd');
  await settle(page, 100);
  await becomes(async () => { const { clicks, rightClicks } = await state(page); return { clicks, rightClicks }; }, { clicks: 1, rightClicks: 1 });

  await touch('touchStart', [300, 400], [340, 400]);
  for (let i = 1; i <= 8; i++) await touch('touchMove', [300 - 5 * i, 400], [340 + 5 * i, 400]);
  await touch('touchEnd');
  await settle(page, 100);
  const { zoom, clicks: after } = await state(page);
  assert.ok(zoom > 2 && zoom < 4, `zoomed by ${zoom}`);
  assert.equal(after, 1);
}, { hasTouch: true });

for (const ratio of [1, 1.25, 2]) {
  probeTest(`the canvas has a device pixel for each pixel of the screen at ratio ${ratio}`, async (page) => {
    const size = await page.evaluate(() => {
      const canvas = document.getElementById('canvas'), box = canvas.getBoundingClientRect();
      return { ratio: devicePixelRatio, width: canvas.width - box.width * devicePixelRatio, height: canvas.height - box.height * devicePixelRatio };
    });
    assert.equal(size.ratio, ratio);
    assert.ok(Math.abs(size.width) < 1 && Math.abs(size.height) < 1, JSON.stringify(size));
  }, { ratio, viewport: null });
}

probeTest('no frame is drawn and no timer is left while nothing happens', async (page) => {
  await page.mouse.click(600, 500);
  await page.mouse.move(700, 500);
  await settle(page);
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Performance.enable');
  const measure = async () => ({
    frames: await page.evaluate(() => window.zhengshe.frames()),
    script: (await devtools.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'ScriptDuration').value,
  });
  const before = await measure();
  await page.waitForTimeout(5000);
  const after = await measure();
  assert.equal(after.frames, before.frames);
  assert.ok(after.script - before.script < 0.005, `${after.script - before.script} s of script`);
});

probeTest('a lost drawing context comes back without a trace', async (page) => {
  const before = await page.screenshot();
  await page.evaluate(() => {
    window.lost = document.getElementById('canvas').getContext('webgl2').getExtension('WEBGL_lose_context');
    window.lost.loseContext();
  });
  await page.waitForTimeout(200);
  await page.evaluate(() => window.lost.restoreContext());
  await page.waitForTimeout(200);
  await settle(page, 100);
  assert.ok(before.equals(await page.screenshot()), 'the picture is the same');
  await click(page, 'Press me');
  await becomes(async () => (await state(page)).clicks, 1);
});

probeTest("the user's language, colours and wish for calm are known and followed", async (page) => {
  const { language, dark, calm } = await state(page);
  assert.deepEqual({ language, dark, calm }, { language: 'zh-CN', dark: true, calm: true });
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'no-preference' });
  await becomes(async () => (await state(page)).dark, false);
}, { locale: 'zh-CN', colorScheme: 'dark', reducedMotion: 'reduce' });

probeTest('the program is told when the page is left', async (page) => {
  await becomes(async () => (await state(page)).left, 0);
  await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pagehide')));
  await becomes(async () => (await state(page)).left, 1);
});

const expectedAnswers = Array.from({ length: 8 }, (_, i) => {
  let value = 48 + i;
  for (let step = 0; step < 20_000_000; step++) value = (Math.imul(value, 1664525) + 1013904223) >>> 0;
  return `${i}=${value};`;
}).join('');

async function answersOf(page) {
  await click(page, 'Work');
  await page.waitForFunction(() => !window.zhengshe.busy());
  return (await state(page)).answers;
}

for (const form of ['served', 'opened from the disk']) {
  test(`work is done by workers when the page is ${form}, and gives what it gives without them`, async ({ probeUrl }) => {
    const browser = await launch();
    try {
      const address = form === 'served' ? probeUrl : pathToFileURL(join(root, 'build', 'probe', 'zhengshe.html')).href;
      const page = await open(browser, address);
      const started = [];
      page.on('worker', (worker) => started.push(worker.url()));
      assert.equal(await answersOf(page), expectedAnswers);
      assert.ok(started.length >= 1);
      assert.deepEqual(page.complaints, []);

      await page.addInitScript(() => { window.Worker = function() { throw new Error('refused'); }; });
      await page.reload();
      await page.evaluate(() => window.zhengshe.ready);
      assert.equal(await answersOf(page), expectedAnswers);
    } finally {
      await browser.close();
    }
  });
}

probeTest('work stops at once when it is cancelled, and can be asked for again', async (page) => {
  await page.mouse.click(...(await centre(page, 'Work')));
  await page.mouse.click(...(await centre(page, 'Stop work')));
  await page.waitForTimeout(500);
  const { answers, workWaiting } = await state(page);
  assert.equal(workWaiting, 0);
  assert.notEqual(answers, expectedAnswers);
  assert.equal(await answersOf(page), expectedAnswers);
});

probeTest('what the keyboard is on is spoken with its role and state', async (page) => {
  const spoken = () => page.evaluate(() => {
    const element = document.getElementById('spoken');
    return element && [element.getAttribute('role'), element.textContent, element.getAttribute('aria-checked')];
  });
  await page.mouse.click(900, 500);
  const heard = [];
  for (let i = 0; i < 4; i++) {
    await page.keyboard.press('Tab');
    await settle(page, 100);
    heard.push(await spoken());
  }
  assert.ok(heard.some((item) => item && item[0] === 'button' && item[1] === 'Press me'), JSON.stringify(heard));
  const tick = heard.findIndex((item) => item && item[1] === 'Tick me');
  assert.deepEqual(heard[tick], ['checkbox', 'Tick me', 'false']);
  for (let i = heard.length - 1; i > tick; i--) await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Space');
  await settle(page, 100);
  assert.deepEqual(await spoken(), ['checkbox', 'Tick me', 'true']);
});
