// Where a document's text comes from: the verdict on its page, the documents it is tied to, the markers and their reasons.
import type { FC } from 'hono/jsx';
import type { Family } from '../../lineage/families/families.js';
import type { TextMarker } from '../../lineage/markers/marker.js';
import type { Marked, TieRow } from '../../store/store.js';
import { DIRECTIONS, percent, sourceWords, tieWords, titleWords } from './labels.js';

/** Everything that the store knows of a document's lineage. */
export interface LineageProps {
  readonly id: string;
  readonly marked: Marked;
  readonly ties: readonly TieRow[];
  readonly families: readonly Family[];
}

/** The panel beside the text. */
export const Lineage: FC<LineageProps> = ({ id, marked, ties, families }) => (
  <section class="lineage" id="lineage" aria-labelledby="lineage-title">
    <h2 id="lineage-title">Lineage</h2>
    {marked.isMachineRewritten ? <Verdict id={id} markers={marked.markers} ties={ties} /> : null}
    {families.map((family) => (
      <p class="family">
        <FamilyWords family={family} id={id} ties={ties} />
      </p>
    ))}
    {ties.length === 0 ? <p class="none">Tied to no other document of the record.</p> : null}
    {ties.length === 0 ? null : (
      <ul class="ties">
        {ties.map((row) => (
          <li>
            <TieItem id={id} {...row} />
          </li>
        ))}
      </ul>
    )}
    {marked.markers.length === 0 ? <p class="none">No traces of rewriting.</p> : null}
    {marked.markers.length === 0 ? null : <Markers markers={marked.markers} />}
    {ties.length + marked.markers.length === 0 ? null : (
      <p class="count">
        Ties: <a href={`/documents/${id}/ties.json`}>JSON</a> · <a href={`/documents/${id}/ties.csv`}>CSV</a>
        {' — '}markers: <a href={`/documents/${id}/markers.json`}>JSON</a> ·{' '}
        <a href={`/documents/${id}/markers.csv`}>CSV</a>
      </p>
    )}
  </section>
);

const Verdict: FC<{ id: string; markers: readonly TextMarker[]; ties: readonly TieRow[] }> = ({
  id,
  markers,
  ties,
}) => {
  const kinds = new Set(markers.filter(({ strength }) => strength === 'hard').map(({ kind }) => kind));
  const rewritten = ties.filter(({ tie }) => tie.kind === 'rewrite' && tie.a === id);
  return (
    <p class="verdict">
      <strong>Rewritten by machine.</strong>{' '}
      {`Hard signs: ${[...kinds].map((kind) => kind.replace(/-/g, ' ')).join(', ')}.`}{' '}
      {rewritten.length === 0 ? null : `It is a rewrite of ${titleWords(rewritten[0]!.other)}.`}
    </p>
  );
};

const FamilyWords: FC<{ family: Family; id: string; ties: readonly TieRow[] }> = ({ family, id, ties }) => {
  const { members, origin } = family;
  const part = members.some(({ document, spans }) => document === id && spans !== undefined);
  const known = ties.find(({ other }) => other.id === origin)?.other;
  return (
    <>
      {`${part ? 'A part of this text is' : 'This text is'} one of a family of ${members.length}, which counts as one origin. `}
      {origin === undefined ? 'Nothing tells which is the earliest.' : null}
      {origin === id ? 'It is the earliest of them.' : null}
      {origin === undefined || origin === id ? null : (
        <>
          The earliest is{' '}
          <a href={`/documents/${origin}`}>{known === undefined ? 'this one' : titleWords(known)}</a>.
        </>
      )}
    </>
  );
};

const TieItem: FC<TieRow & { id: string }> = ({ id, tie, other }) => {
  const [own, theirs] = tie.a === id ? [tie.covered.a, tie.covered.b] : [tie.covered.b, tie.covered.a];
  return (
    <>
      <strong>{tieWords(tie, id)}</strong> <a href={`/documents/${other.id}`}>{titleWords(other)}</a>{' '}
      <small>{sourceWords(other)}</small>
      <br />
      <small>
        {`${percent(own)} of this text, ${percent(theirs)} of the other, ${percent(tie.identity)} of the words equal; ${DIRECTIONS[tie.direction]}. `}
        <a
          href={`/documents/${id}/ties/${other.id}`}
          aria-label={`Side by side with ${titleWords(other)}, ${sourceWords(other)}`}
        >
          Side by side
        </a>
      </small>
    </>
  );
};

/** Markers of one kind and reason together. */
const Markers: FC<{ markers: readonly TextMarker[] }> = ({ markers }) => {
  const groups = new Map<string, TextMarker[]>();
  for (const marker of markers) {
    const key = `${marker.kind} ${marker.strength} ${marker.why}`;
    groups.set(key, [...(groups.get(key) ?? []), marker]);
  }
  return (
    <>
      <h3>{markers.length === 1 ? '1 trace in the text' : `${markers.length} traces in the text`}</h3>
      <ul class="markers">
        {[...groups.values()].map((group) => (
          <li>
            <span class={`tag marker-${group[0]!.strength}`}>
              {`${group[0]!.kind.replace(/-/g, ' ')}, ${group[0]!.strength}`}
            </span>{' '}
            {group.map(({ quote }) => (
              <q>{quote.trim()}</q>
            ))}{' '}
            <small>{group[0]!.why}</small>
          </li>
        ))}
      </ul>
    </>
  );
};
