// Two tied documents side by side: the aligned passages with the words marked that the other side lacks.
import type { FC } from 'hono/jsx';
import type { Span } from '../../base/span.js';
import type { Document } from '../../document/document.js';
import type { Passage, Tie } from '../../lineage/tie.js';
import { cut } from './highlight.js';
import { DIRECTIONS, percent, sourceWords, tieWords, titleWords } from './labels.js';

interface TieProps {
  readonly tie: Tie;
  readonly document: Document;
  readonly other: Document;
}

/** A passage from the side of one document: its own span first. */
export interface Side {
  readonly own: Span;
  readonly other: Span;
  readonly identity: number;
  /** Words of either side that the other lacks. */
  readonly onlyOwn: readonly Span[];
  readonly onlyOther: readonly Span[];
}

/** The passages of a tie as a document sees them, in the order of its text. */
export function sidesOf(tie: Tie, document: string): Side[] {
  const isA = tie.a === document;
  return tie.passages
    .map(({ a, b, identity, onlyA, onlyB }: Passage) => ({
      own: isA ? a : b,
      other: isA ? b : a,
      identity,
      onlyOwn: isA ? onlyA : onlyB,
      onlyOther: isA ? onlyB : onlyA,
    }))
    .sort((first, second) => first.own.start - second.own.start);
}

/** The page of a tie, from the side of `document`. */
export const TiePage: FC<TieProps> = ({ tie, document, other }) => {
  const sides = sidesOf(tie, document.id);
  const address = `/documents/${document.id}/ties/${other.id}`;
  return (
    <>
      <header class="head">
        <h1>
          {tieWords(tie, document.id)} <span lang={other.language?.value}>{titleWords(other)}</span>
        </h1>
        <p>{`${sentence(tie.why)} Which came from which: ${DIRECTIONS[tie.direction]}.`}</p>
        <p class="count">
          {sides.length === 1 ? '1 passage' : `${sides.length} passages`}; words that the other side lacks are{' '}
          <mark class="differs">marked</mark> · <a href={`${address}.json`}>JSON</a> ·{' '}
          <a href={`${address}.csv`}>CSV</a> ·{' '}
          <a href={`/documents/${other.id}/ties/${document.id}`}>From the other side</a>
        </p>
      </header>
      <div class="pair heads">
        <Head document={document} />
        <Head document={other} />
      </div>
      {sides.map((side, at) => (
        <section class="passage" aria-labelledby={`passage-${at + 1}`}>
          <h2 id={`passage-${at + 1}`}>
            {`Passage ${at + 1}`} <small>{`${percent(side.identity)} of the words equal`}</small>
          </h2>
          {rowsOf(side, document, other).map((row) => (
            <div class="pair">
              <Aligned document={document} span={row.own} only={side.onlyOwn} />
              <Aligned document={other} span={row.other} only={side.onlyOther} />
            </div>
          ))}
        </section>
      ))}
    </>
  );
};

const Head: FC<{ document: Document }> = ({ document }) => (
  <p>
    <a href={`/documents/${document.id}`} lang={document.language?.value}>
      {titleWords(document)}
    </a>
    <br />
    <small>{sourceWords(document)}</small>
  </p>
);

/** A passage paragraph by paragraph where both sides have as many, else as a whole. */
function rowsOf(side: Side, document: Document, other: Document): Pick<Side, 'own' | 'other'>[] {
  const own = paragraphsOf(document.text, side.own);
  const there = paragraphsOf(other.text, side.other);
  return own.length === there.length ? own.map((span, at) => ({ own: span, other: there[at]! })) : [side];
}

function paragraphsOf(text: string, { start, end }: Span): Span[] {
  return [...text.slice(start, end).matchAll(/[^\n]+/g)].map(({ index, 0: words }) => ({
    start: start + index,
    end: start + index + words.length,
  }));
}

const Aligned: FC<{ document: Document; span: Span; only: readonly Span[] }> = ({ document, span, only }) => (
  <blockquote lang={document.language?.value}>
    {cut(span, only).map((piece) => {
      const words = document.text.slice(piece.start, piece.end);
      return only.some(({ start, end }) => start <= piece.start && end >= piece.end) ? (
        <mark class="differs">{words}</mark>
      ) : (
        words
      );
    })}
  </blockquote>
);

/** With a capital and a full stop. */
function sentence(words: string): string {
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1).replace(/\.$/, '')}.`;
}
