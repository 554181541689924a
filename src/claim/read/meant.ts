// Whether the words mean what the frame reads in them: no label, no purpose, no other sense of the predicate.

import type { Word } from '../../language/language.js';
import type { ClaimKind, Modality, RoleFiller } from '../claim.js';
import { activeSubject } from '../frames/beside.js';
import { AGENT } from '../frames/governing.js';
import type { Match, Scene } from '../frames/match.js';
import { placesOf } from '../frames/mentions.js';
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
    !isIdea(match, setting.scene, modality) &&
    !isCounterfactual(match, setting.scene) &&
    !isGeneral(match, roles, setting) &&
    !isOtherSense(match, roles, setting.scene)
  );
}

/** Kinds whose noun may merely date or name: "since the war", "shorter than previous deployments". */
const NAMING: ReadonlySet<ClaimKind> = new Set(['violence', 'presence', 'statement']);
const ASIDE = new Set(['obl', 'nmod', 'compound', 'advmod', 'advcl']);

/** A noun aside that is neither counted nor dated, and of which not both sides are told, is a label. */
function isLabel(match: Match, roles: Roles, setting: Setting): boolean {
  const { expressions, quantities } = setting;
  const { tree } = setting.scene;
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
  if (word.upos === 'VERB' || word.upos === 'AUX')
    return tree.relation(predicate) === 'amod' && activeSubject(tree, predicate) === undefined;
  if (tree.relation(predicate) === 'compound' || isAdjunct(match, setting.scene)) return true;
  const told = (...names: readonly string[]): boolean => names.some((name) => (roles[name] ?? []).length > 0);
  if (isTopic(match, tree)) return true;
  if (frame.kind === 'power')
    return frame.fields['change'] !== 'transition' && !told('target', 'actor') && !(told('place') && dated());
  if (!NAMING.has(frame.kind)) return false;
  if (frame.kind === 'statement') return !told('speaker') || tree.childrenBy(predicate, 'cop').length > 0;
  const era = isWord('era', word.lemma);
  const dates = expressions();
  const counted = quantities().filter(
    (one) => !dates.some(({ start, end }) => start < one.end && end > one.start),
  );
  const governor = tree.head(predicate);
  if (tree.relation(predicate) === 'nmod' && isWord('ending', tree.word(governor).lemma))
    return frame.kind === 'violence';
  if (tree.relation(predicate) === 'nsubj' && tree.childrenBy(governor, 'cop').length > 0) return true;
  const holdsOwn = ({ start, end }: { start: number; end: number }): boolean =>
    tree
      .phrase(predicate, { clauses: true })
      .some((at) => tree.word(at).start < end && tree.word(at).end > start);
  if (
    tree.relation(predicate) === 'nsubj' &&
    isKnownOne(match, tree) &&
    !isWord('occurring', tree.word(tree.head(predicate)).lemma)
  )
    return !counted.some(holdsOwn) && !dates.some(holdsOwn);
  if (!ASIDE.has(tree.relation(predicate)) && !(era && NAMED.has(tree.relation(predicate)))) return false;
  if ((told('target', 'place') || (told('actor') && byAgent(match, tree))) && !era)
    return isKnownOne(match, tree) && !counted.some(holdsOwn);
  return !dates.some(holdsOwn) && !counted.some(holdsOwn);
}

/** True where an agent stands behind the noun: "killings by the security forces". */
const byAgent = ({ roles }: Match, tree: Scene['tree']): boolean =>
  roles.some(
    ({ role, heads }) => role === 'actor' && heads.some((at) => AGENT.has(tree.preposition(at) ?? '')),
  );

/** "Forces d'occupation": a bare noun that only says what kind of forces. */
function isAdjunct({ predicate, frame }: Match, { tree, nouns }: Scene): boolean {
  if (
    frame.kind !== 'violence' ||
    tree.relation(predicate) !== 'nmod' ||
    tree.preposition(predicate) !== 'de'
  )
    return false;
  return tree.childrenBy(predicate, 'det').length === 0 && nouns.is(tree, tree.head(predicate), 'force');
}

/** "A statement on the attack": what somebody spoke about. */
function isTopic({ predicate, frame }: Match, tree: Scene['tree']): boolean {
  return (
    (frame.kind === 'violence' || frame.kind === 'power') &&
    tree.relation(predicate) === 'nmod' &&
    /^(?:on|about|into|over|sur)$/.test(tree.preposition(predicate) ?? '') &&
    isWord('speech', tree.word(tree.head(predicate)).lemma)
  );
}

/** True for `the attack on the embassy` where it is only spoken of: told before, or known to all. */
function isKnownOne({ predicate, frame }: Match, tree: Scene['tree']): boolean {
  if (frame.kind !== 'violence' || AGENT.has(tree.preposition(predicate) ?? '')) return false;
  return tree
    .childrenBy(predicate, 'det', 'nmod:poss')
    .some((at) =>
      /^(?:the|this|that|its|his|their|le|la|les|l'|ce|cet|cette|ces|son|sa|ses|leurs?)$/.test(
        tree.word(at).form.toLowerCase(),
      ),
    );
}

/** A gerund or infinitive under a noun that nothing says is planned: "a stance on revising the pact". */
function isIdea({ predicate, frame }: Match, { tree }: Scene, modality: Modality): boolean {
  if (tree.word(predicate).upos !== 'VERB' || modality !== 'fact' || frame.kind === 'statement') return false;
  const head = tree.head(predicate);
  if (tree.relation(predicate) !== 'acl' || head < 0 || !/^(?:NOUN|PROPN)$/.test(tree.word(head).upos))
    return false;
  if (tree.word(predicate).deprel === 'acl:relcl') return false;
  const marks = tree.childrenBy(predicate, 'mark', 'case').map((at) => tree.word(at).form.toLowerCase());
  return marks.some((mark) => /^(?:to|on|about|of|for|de|pour|sur)$/.test(mark));
}

/** "He would have objected": it was not so. */
function isCounterfactual({ predicate }: Match, { tree, language }: Scene): boolean {
  if (language !== 'en') return false;
  const aux = tree.childrenBy(predicate, 'aux').map((at) => tree.word(at).form.toLowerCase());
  return (
    aux.includes('have') && aux.some((one) => /^(?:would|could|should|might)$/.test(one) && one !== 'might')
  );
}

/** "Security forces who kill protesters", "presidents who toppled regimes": a kind of people, no time and no place. */
function isGeneral(
  { predicate, frame }: Match,
  roles: Roles,
  { scene: { tree }, expressions, quantities, sentence }: Setting,
): boolean {
  if (frame.kind !== 'violence' && frame.kind !== 'power') return false;
  if (tree.word(predicate).deprel !== 'acl:relcl' || (roles['place'] ?? []).length > 0) return false;
  const head = tree.head(predicate);
  if (head < 0 || !/Number=Plur/.test(tree.word(head).feats) || tree.word(head).upos !== 'NOUN') return false;
  if (tree.childrenBy(head, 'det', 'nmod:poss', 'nummod').length > 0) return false;
  const holds = ({ start, end }: { start: number; end: number }): boolean =>
    start < sentence.end && end > sentence.start;
  return !expressions().some(holds) && !quantities().some(holds);
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
  const above = relation === 'xcomp' ? tree.word(tree.head(at)).lemma : '';
  const helped = isWord('helping', above) || isWord('sending', above);
  if (relation !== 'advcl' && relation !== 'acl' && !helped) return false;
  if (relation === 'advcl' && isWord('ahead', tree.word(tree.head(at)).lemma)) return false;
  const infinitive = tree
    .childrenBy(at, 'mark', 'case')
    .some((child) => /^(?:to|pour|afin de)$/.test(tree.word(child).lemma.toLowerCase()));
  if (!infinitive || /VerbForm=(?:Fin|Part|Ger)/.test(tree.word(predicate).feats)) return false;
  if (relation === 'advcl' && OPEN.has(modality)) return false;
  return relation !== 'acl' || modality === 'fact' || modality === 'denied';
}

/** What may come about is told, not merely meant. */
const OPEN: ReadonlySet<Modality> = new Set(['possible', 'probable', 'improbable']);

/** Aircraft, ships and vehicles pass for arms only from state to state: a firm sells them to anybody. */
function isCivilTrade(
  { roles: filled, arguments: { tree } }: Match,
  roles: Roles,
  nouns: Scene['nouns'],
): boolean {
  const heads = filled.filter(({ role }) => role === 'items').flatMap((one) => one.heads);
  if (!heads.some((at) => nouns.is(tree, at, 'platform')) || heads.some((at) => nouns.is(tree, at, 'arms')))
    return false;
  const isPublic = (role: string): boolean =>
    (roles[role] ?? []).some(
      (one) => 'class' in one && /^(?:state|government|forces|police|igo|armed-group)$/.test(one.class),
    );
  return !isPublic('supplier') || !isPublic('recipient');
}

/** Another sense of the predicate: "struck down the rule", "received heavy fire", "in charge". */
function isOtherSense(match: Match, roles: Roles, scene: Scene): boolean {
  const { tree, nouns } = scene;
  const { predicate, frame, arguments: args } = match;
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
  const asked = frame.companions.flatMap(({ lemmas }) => lemmas);
  const loose = ({ lemma }: Word): boolean => /^(?:down|up)$/.test(lemma) && !asked.includes(lemma);
  if (kind === 'violence' && particles.some((child) => loose(tree.word(child)))) return true;
  if (kind === 'violence' && isWord('grabbing', frame.lemma) && !some('target')) {
    const taken = args.get('obj');
    const held = (at: number): boolean =>
      ['facility', 'force', 'arms', 'place'].some((name) => nouns.is(tree, at, name));
    if (taken.length > 0 && !taken.some(held) && !placed(taken, scene)) return true;
  }
  if (kind === 'transfer') {
    const fired = args
      .get('obj')
      .flatMap((at) => tree.phrase(at))
      .some((at) => tree.word(at).upos === 'NOUN' && isWord('projectile', tree.word(at).lemma));
    const got = args.companions.length === 0 && isWord('getting', frame.lemma);
    const dropped = !some('recipient') && args.get('against').length > 0;
    if (isCivilTrade(match, roles, nouns) || fired || dropped) return true;
    if (got && !(some('supplier') && some('recipient'))) return true;
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
  const people = (role: string): boolean =>
    (roles[role] ?? []).length > 0 && roles[role]!.every((one) => 'class' in one && one.class === 'person');
  const itself = args
    .get('obj')
    .some((at) => /^(?:(?:them|our|your)selves|(?:him|her|it)self)$/i.test(tree.word(at).form));
  if (kind === 'violence' && itself) return true;
  if (isWord('beating', frame.lemma) && states('actor') && states('target')) return true;
  if (isWord('beating', frame.lemma) && people('actor') && people('target')) return true;
  const of = (...names: readonly string[]): boolean =>
    names.some((name) => args.get(name).some((at) => isWord('matter', tree.word(at).lemma)));
  if (kind === 'violence' && of('obj', 'on', 'against', 'contre', 'sur')) return true;
  if (kind === 'violence' && frame.lemma === 'sink' && args.get('obj').length === 0) return true;
  if (kind === 'violence' && args.get('subj').some((at) => isWord('anybody', tree.word(at).lemma)))
    return true;
  if (kind === 'presence' && of('of', 'from', 'de')) return true;
  if (kind === 'contact' && args.get('with').some((at) => isWord('reception', tree.word(at).lemma)))
    return true;
  if (kind === 'presence' && isWord('beside', frame.lemma) && !some('host')) return true;
  if (kind === 'statement' && isWord('supporting', frame.lemma) && isMaterial()) return true;
  const heard = roles['addressee'] ?? [];
  const byMedia = heard.length > 0 && heard.every((one) => 'class' in one && one.class === 'media');
  if (kind === 'statement' && frame.fields['act'] === 'call' && byMedia) return true;
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

/** True where what is taken is a place: "seized the town of Goma". */
const placed = (words: readonly number[], { tree, mentions }: Scene): boolean =>
  words.some((at) => placesOf(tree, at, mentions).length > 0);

/** A bare noun that makes another sense of its verb: `a pris de court Washington`, `took charge of`. */
const isIdiom = (tree: Scene['tree'], at: number): boolean =>
  isWord('idiom', tree.word(at).lemma) && tree.childrenBy(at, 'nmod:poss').length === 0;
