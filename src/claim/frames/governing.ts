// Words that govern arguments in a way of their own: prepositions of agents and places, verbs of control, linking and movement.

/** Verbs whose object does what the embedded verb says: "asked France to leave". */
export const OBJECT_CONTROL = new Set(
  'ask urge order force allow let help enable tell invite request persuade authorize authorise permit encourage press demander ordonner autoriser inviter forcer obliger laisser exhorter appeler presser prier sommer enjoindre conjurer convaincre dissuader empêcher aider charger contraindre pousser inciter encourager supplier permettre accuser soupçonner reprocher intimer mandater'.split(
    ' ',
  ),
);
/** French verbs whose past has `être` and is no passive. */
export const MOVING = new Set(
  'aller arriver descendre devenir entrer intervenir monter mourir naître partir parvenir passer rentrer repartir rester retourner revenir sortir survenir tomber venir'.split(
    ' ',
  ),
);
/** Adverbs before a preposition that make it no other: `out of`. */
export const LEADING = new Set(['out', 'off', 'back', 'away', 'home', 'over', 'down', 'up']);
/** Verbs whose object or complement says what the subject is. */
export const LINKING = new Set(['become', 'remain', 'stay', 'be', 'devenir', 'rester', 'demeurer']);
/** Prepositions of who does what is suffered. */
export const AGENT = new Set(['by', 'par']);
/** Prepositions that say where. */
export const LOCATIVE = new Set([
  'in',
  'at',
  'on',
  'near',
  'inside',
  'across',
  'off',
  'within',
  'along',
  'throughout',
  'around',
  'outside',
  'en',
  'dans',
  'à',
  'sur',
  'chez',
  'près de',
  'au large de',
  'à travers',
  'autour de',
  'aux environs de',
]);
/** Prepositions of what belongs to a noun. */
export const POSSESSIVE = new Set(['of', 'de']);
