// What a request asks for: one query object that page, JSON and CSV share, checked at the border.
import { z } from 'zod';
import { CLAIM_KINDS, MODALITIES } from '../../claim/claim.js';

const blank = (value: unknown): unknown => (value === '' ? undefined : value);
const PER_PAGE = 100;
const page = z.preprocess(blank, z.coerce.number().int().min(1).max(100_000).default(1));

/** The query of the claims page. */
export const claimsQuery = z.object({
  kind: z.preprocess(blank, z.enum(CLAIM_KINDS).optional()),
  modality: z.preprocess(blank, z.enum(MODALITIES).optional()),
  state: z.preprocess(
    (value) => (typeof value === 'string' ? blank(value.toUpperCase()) : value),
    z
      .string()
      .regex(/^[A-Z]{3}$/, 'a state is three letters, such as MLI')
      .optional(),
  ),
  text: z.preprocess(blank, z.string().max(200).optional()),
  sort: z.preprocess(blank, z.enum(['published', 'kind', 'modality']).optional()),
  page,
});
export type ClaimsQuery = z.infer<typeof claimsQuery>;

/** The query of the documents page. */
export const documentsQuery = z.object({ text: z.preprocess(blank, z.string().max(200).optional()), page });

/** Where a page of a list begins and ends. */
export function window({ page: number }: { page: number }): { limit: number; offset: number } {
  return { limit: PER_PAGE, offset: (number - 1) * PER_PAGE };
}

/** How many pages a list of so many rows has. */
export function pageCount(total: number): number {
  return Math.max(1, Math.ceil(total / PER_PAGE));
}

/** The query as it stands in an address, without what is unset. */
export function queryString(query: Readonly<Record<string, string | number | undefined>>): string {
  const set = Object.entries(query).flatMap(([name, value]) =>
    value === undefined || (name === 'page' && value === 1) ? [] : [[name, String(value)]],
  );
  const text = new URLSearchParams(set).toString();
  return text === '' ? '' : `?${text}`;
}
