// Claims as a table with filters.
import type { FC } from 'hono/jsx';
import { quantityLabel } from '../../base/quantity.js';
import { CLAIM_KINDS, MODALITIES } from '../../claim/claim.js';
import type { ClaimRow, Listed } from '../../store/store.js';
import type { ClaimsQuery } from '../server/query.js';
import { fillerName, timeWords } from './labels.js';
import { Pager } from './layout.js';

interface ClaimsProps {
  readonly listed: Listed<ClaimRow>;
  readonly query: ClaimsQuery;
  readonly pages: number;
  readonly link: (changes: Partial<ClaimsQuery>, ending?: string) => string;
}

/** The table, its filters and its other forms. */
export const Claims: FC<ClaimsProps> = ({ listed, query, pages, link }) => (
  <>
    <h1>Claims</h1>
    <form class="filters" method="get" action="/claims">
      <Choice name="kind" values={CLAIM_KINDS} chosen={query.kind} />
      <Choice name="modality" values={MODALITIES} chosen={query.modality} />
      <label>
        State <input name="state" value={query.state ?? ''} size={4} maxlength={3} placeholder="MLI" />
      </label>
      <label>
        Words <input type="search" name="text" value={query.text ?? ''} />
      </label>
      <button type="submit">Filter</button>
    </form>
    <p class="count">
      {`${listed.total} claims`} · <a href={link({}, '.json')}>JSON</a> · <a href={link({}, '.csv')}>CSV</a> ·
      sorted by <a href={link({ sort: 'published' })}>date</a>, <a href={link({ sort: 'kind' })}>kind</a> or{' '}
      <a href={link({ sort: 'modality' })}>modality</a>
    </p>
    <section class="scroll" tabindex={0} aria-label="Claims table">
      <table>
        <thead>
          <tr>
            {['Kind', 'Who and what', 'How many', 'When', 'Modality', 'Said by', 'Sentence', 'Document'].map(
              (name) => (
                <th scope="col">{name}</th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {listed.rows.map((row) => (
            <ClaimLine {...row} />
          ))}
        </tbody>
      </table>
    </section>
    <Pager path="" page={query.page} pages={pages} link={(page) => link({ page })} />
  </>
);

const ClaimLine: FC<ClaimRow> = ({ claim, document }) => (
  <tr>
    <td>
      <span class={`tag kind-${claim.kind}`}>{claim.kind}</span>{' '}
      {typeof claim.fields['stage'] === 'string' ? claim.fields['stage'] : ''}
    </td>
    <td>
      {Object.entries(claim.roles)
        .filter(([, fillers]) => fillers.length > 0)
        .map(([role, fillers]) => (
          <div>
            <small>{role}</small> {fillers.map(fillerName).join(', ')}
          </div>
        ))}
    </td>
    <td>{claim.quantities.map(quantityLabel).join(', ')}</td>
    <td class="time">{timeWords(claim.time)}</td>
    <td>{claim.modality}</td>
    <td>{claim.attribution.map(({ speaker }) => speaker).join(' < ')}</td>
    <td class="sentence">{claim.evidence.quote}</td>
    <td>
      <a href={`/documents/${document.id}#claim-${claim.id}`}>{document.title?.value ?? 'Without a title'}</a>
    </td>
  </tr>
);

const Choice: FC<{ name: string; values: readonly string[]; chosen: string | undefined }> = ({
  name,
  values,
  chosen,
}) => (
  <label>
    {`${name[0]!.toUpperCase()}${name.slice(1)} `}
    <select name={name}>
      <option value="">any</option>
      {values.map((value) => (
        <option value={value} selected={value === chosen}>
          {value}
        </option>
      ))}
    </select>
  </label>
);
