// Bytes of many charsets, declared rightly, wrongly or not at all, become the sentences that were written.
import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decode } from './charset.js';
import { decodedBy } from './detect.js';

type Table = ReadonlyMap<string, readonly number[]>;
const tables = new Map<string, Table>();

/** The charset's own decoding turned round: the bytes, one or two, of each letter. */
function tableOf(charset: string): Table {
  const table = new Map<string, readonly number[]>();
  const learn = (...bytes: number[]): void => {
    const letter = decodedBy(Uint8Array.from(bytes), charset);
    if (!letter.includes('\uFFFD') && !table.has(letter)) table.set(letter, bytes);
  };
  for (let one = 0; one < 256; one += 1) learn(one);
  if (!/^(?:windows|koi)/.test(charset))
    for (let lead = 0x81; lead < 0xff; lead += 1)
      for (let trail = 0x40; trail < 0xff; trail += 1) learn(lead, trail);
  return table;
}

function encoded(text: string, charset: string): Buffer {
  const table = tables.get(charset) ?? tableOf(charset);
  tables.set(charset, table);
  return Buffer.from([...text].flatMap((letter) => table.get(letter)!));
}

const SENTENCES: readonly (readonly [charset: string, sentence: string])[] = [
  [
    'windows-1252',
    'L’armée française a signé à Paris un accord de défense qui prévoit cœur à cœur un échange.',
  ],
  [
    'windows-1250',
    'Ministrowie obrony podpisali porozumienie o współpracy wojskowej, dziś żołnierze zaczną ćwiczyć.',
  ],
  ['windows-1251', 'Министры обороны двух стран подписали соглашение о военном сотрудничестве и учениях.'],
  ['koi8-r', 'Министры обороны двух стран подписали соглашение о военном сотрудничестве и учениях.'],
  [
    'windows-1254',
    'Savunma bakanları iki ülke arasında askeri iş birliği anlaşmasını imzaladı, eğitim başlıyor.',
  ],
  [
    'windows-1256',
    'وقع وزيرا الدفاع في البلدين اتفاقا للتعاون العسكري يشمل التدريب وتبادل الخبرات بين الجيشين',
  ],
  ['gb18030', '两国国防部长签署了军事合作协议，双方将举行联合演习并交换军事留学生。'],
  ['big5', '兩國國防部長簽署了軍事合作協議，雙方將舉行聯合演習並交換軍事留學生。'],
  ['shift_jis', '両国の防衛大臣は軍事協力に関する協定に署名し、共同訓練を行うことで合意した。'],
  ['euc-jp', '両国の防衛大臣は軍事協力に関する協定に署名し、共同訓練を行うことで合意した。'],
  ['euc-kr', '두 나라 국방장관은 군사 협력 협정에 서명하고 공동 훈련을 하기로 합의했다.'],
];
const page = (sentence: string, meta = ''): string =>
  `<html><head>${meta}<title>News of the day</title><script>var before = "the article and the menu";</script></head>
  <body><nav><a href="/">Home</a> <a href="/world">World news</a></nav>\n<p>${sentence}</p>\n</body></html>`;

describe('charset', () => {
  it.each(SENTENCES)('%s is found without a declaration, and under a wrong one', (charset, sentence) => {
    for (const meta of ['', '<meta charset="utf-8">', '<meta charset="no-such-charset">']) {
      const result = decode(encoded(page(sentence, meta), charset));
      expect(result.content).toContain(sentence);
      expect(result.charset.basis).toBe('detected');
    }
  });
  it.each(SENTENCES)('%s is believed where it is declared', (charset, sentence) => {
    const declared = decode(encoded(page(sentence, `<meta charset="${charset}">`), charset));
    expect(declared.content).toContain(sentence);
    expect(declared.charset.basis).toBe('meta');
    expect(decode(encoded(sentence, charset), `text/html; charset=${charset}`).charset.basis).toBe('header');
  });
  it('takes labels as browsers do', () => {
    expect(decode(Buffer.from('<meta charset="latin1">l\u0092\u009cuvre', 'latin1')).content).toContain(
      'l’œuvre',
    );
    expect(decode(Buffer.from('<meta charset="utf-16">café')).charset).toEqual({
      name: 'utf-8',
      basis: 'meta',
    });
    const equiv = '<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">caf\u00e9';
    expect(decode(Buffer.from(equiv, 'latin1')).charset).toEqual({ name: 'windows-1252', basis: 'meta' });
    const xml = '<?xml version="1.0" encoding="iso-8859-2"?>\u00b1';
    expect(decode(Buffer.from(xml, 'latin1')).content).toContain('ą');
    const escaped = '<meta charset="iso-2022-jp">\u001b$BF|K\\\u001b(B';
    expect(decode(Buffer.from(escaped, 'latin1')).content).toContain('日本');
  });
  it('knows UTF-8 under another name and with a few broken bytes', () => {
    expect(decode(Buffer.from('<meta charset="iso-8859-1">café')).content).toContain('café');
    const broken = Buffer.concat([Buffer.from(page('Déjà vu à l’œuvre, été')), Buffer.from([0xe9, 0x20])]);
    expect(decode(broken).content).toContain('Déjà vu à l’œuvre, été');
    expect(decode(broken, 'text/html; charset=iso-8859-1').charset.name).toBe('utf-8');
  });
  it('reads the byte order mark first and leaves it out', () => {
    expect(decode(Buffer.from('\uFEFFé'), 'text/html; charset=koi8-r')).toEqual({
      content: 'é',
      charset: { name: 'utf-8', basis: 'bom' },
    });
    expect(decode(Buffer.from('\uFEFFé', 'utf16le')).content).toBe('é');
  });
  it('never throws, and leaves UTF-8 as it is', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (data) => typeof decode(data).content === 'string'),
    );
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (raw) => {
        const text = raw.replace(/[\uD800-\uDFFF]/g, '').replace(/^\uFEFF/, '');
        expect(decode(Buffer.from(text)).content).toBe(text);
      }),
    );
  });
});
