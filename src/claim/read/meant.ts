// Whether the words mean what the frame reads in them: no label, no purpose, no other sense of the predicate.
import type { ClaimKind, Modality, RoleFiller } from '../claim.js';
import type { Match, Scene } from '../frames/match.js';
import type { Setting } from './setting.js';
import { isWord } from './words.js';

type Roles = Readonly<Record<string, readonly RoleFiller[]>>;

/** True where the predicate reports what its frame says. */
export function meant(
  match: Match,
  roles: Roles,
  { setting, modality }: { setting: Setting; modality: Modality },
): boolean {
  return (
    !isLabel(match, roles, setting) &&
    !isPurpose(match, setting.scene, modality) &&
    !isOtherSense(match, roles, setting.scene)
  );
}

/** Kinds whose noun may merely date or name: "since the war", "shorter than previous deployments". */
const NAMING: ReadonlySet<ClaimKind> = new Set(['violence', 'presence', 'statement']);
const ASIDE = new Set(['obl', 'nmod', 'compound', 'advmod']);

/** A noun aside that is neither counted nor dated, and of which not both sides are told, is a label. */
function isLabel(match: Match, roles: Roles, { scene: { tree }, expressions, quantities }: Setting): boolean {
  const { predicate, frame } = match;
  const word = tree.word(predicate);
  const dated = (): boolean => {
    const words = tree.phrase(predicate, { clauses: true }).map((at) => tree.word(at));
    const holds = ({ start, end }: { start: number; end: number }): boolean =>
      words.some((one) => one.start < end && one.end > start);
    return expressions().some(holds) || quantities().some(holds);
  };
  if (frame.kind === 'agreement' && isParticiple(tree, predicate) && (roles['parties'] ?? []).length < 2)
    return !dated();
  if (word.upos === 'VERB' || word.upos === 'AUX') return tree.relation(predicate) === 'amod';
  if (tree.relation(predicate) === 'compound') return true;
  const told = (...names: readonly string[]): boolean => names.some((name) => (roles[name] ?? []).length > 0);
  if (frame.kind === 'power')
    return frame.fields['change'] !== 'transition' && !told('target', 'actor') && !(told('place') && dated());
  if (!NAMING.has(frame.kind)) return false;
  if (frame.kind === 'statement') return !told('speaker') || tree.childrenBy(predicate, 'cop').length > 0;
  const era = isWord('era', word.lemma);
  if (!ASIDE.has(tree.relation(predicate)) && !(era && NAMED.has(tree.relation(predicate)))) return false;
  if (told('target', 'place') && !era) return false;
  return !dated();
}

/** True for `the accord concluded with Chad`, which neither dates it nor names both sides. */
const isParticiple = (tree: Scene['tree'], at: number): boolean =>
  tree.word(at).deprel === 'acl' && /VerbForm=Part/.test(tree.word(at).feats);

/** Where a war is spoken of: "described the invasion". */
const NAMED = new Set(['obj', 'nsubj']);

/** An infinitive that says what something is for: "an operation to eliminate the group". Promised or planned it is a claim. */
function isPurpose({ predicate, frame }: Match, { tree }: Scene, modality: Modality): boolean {
  if (frame.kind === 'agreement' || modality === 'urged') return false;
  let at = predicate;
  while (tree.relation(at) === 'conj') at = tree.head(at);
  const relation = tree.relation(at);
  const helped = relation === 'xcomp' && isWord('helping', tree.word(tree.head(at)).lemma);
  if (relation !== 'advcl' && relation !== 'acl' && !helped) return false;
  const infinitive = tree
    .childrenBy(at, 'mark', 'case')
    .some((child) => /^(?:to|pour|afin de)$/.test(tree.word(child).lemma.toLowerCase()));
  if (!infinitive || /VerbForm=(?:Fin|Part|Ger)/.test(tree.word(predicate).feats)) return false;
  return relation !== 'acl' || modality === 'fact' || modality === 'denied';
}

/** Another sense of the predicate: "struck down the rule", "received heavy fire", "in charge". */
function isOtherSense(
  { predicate, frame, arguments: args }: Match,
  roles: Roles,
  { tree, nouns }: Scene,
): boolean {
  const { kind } = frame;
  const some = (role: string): boolean => (roles[role] ?? []).length > 0;
  const isMaterial = (): boolean =>
    (roles['addressee'] ?? []).some((one) => 'class' in one && /^(?:armed-group|forces)$/.test(one.class)) ||
    tree
      .childrenBy(predicate, 'obl', 'advcl')
      .some((child) =>
        tree.childrenBy(child, 'case', 'mark').some((at) => /^(?:with|by)$/.test(tree.word(at).lemma)),
      );
  const particles = tree
    .childrenBy(predicate, 'compound:prt')
    .filter((child) => !args.companions.includes(child));
  if (kind === 'violence' && particles.some((child) => /^(?:down|up)$/.test(tree.word(child).lemma)))
    return true;
  if (kind === 'transfer') {
    const fired = args
      .get('obj')
      .flatMap((at) => tree.phrase(at))
      .some((at) => isWord('projectile', tree.word(at).lemma));
    const got = args.companions.length === 0 && isWord('getting', frame.lemma);
    if (fired || (got && !(some('supplier') && some('recipient')))) return true;
  }
  if (kind === 'violence' && isWord('struggle', frame.lemma) && tree.word(predicate).upos === 'VERB')
    return (
      !some('target') &&
      !(roles['actor'] ?? []).some((one) => 'class' in one && /^(?:forces|armed-group)$/.test(one.class)) &&
      !some('place') &&
      !args.get('obj').some((at) => nouns.is(tree, at, 'violence'))
    );
  const states = (role: string): boolean =>
    (roles[role] ?? []).some((one) => 'class' in one && /^(?:state|government)$/.test(one.class));
  if (isWord('beating', frame.lemma) && states('actor') && states('target')) return true;
  if (kind === 'presence' && isWord('beside', frame.lemma) && !some('host')) return true;
  if (kind === 'statement' && isWord('supporting', frame.lemma) && isMaterial()) return true;
  if (kind === 'access' && !tree.words.some((_, at) => nouns.is(tree, at, 'facility'))) return true;
  const told = (value: string): boolean =>
    tree.words.some((_, at) => nouns.value(tree, at, 'civil') === value);
  if ((kind === 'contact' && told('private')) || (kind === 'violence' && told('accident'))) return true;
  if (kind === 'violence' && tree.children(predicate).some((child) => isIdiom(tree, child))) return true;
  const bare = tree.childrenBy(predicate, 'det', 'nmod:poss', 'amod').length === 0;
  return (
    kind === 'statement' &&
    tree.word(predicate).upos === 'NOUN' &&
    bare &&
    /^(?:in|on|at)$/.test(tree.preposition(predicate) ?? '')
  );
}

/** A bare noun that makes another sense of its verb: `a pris de court Washington`, `took charge of`. */
const isIdiom = (tree: Scene['tree'], at: number): boolean =>
  isWord('idiom', tree.word(at).lemma) && tree.childrenBy(at, 'nmod:poss').length === 0;
