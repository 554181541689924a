// Looking around in a sentence's tree: children, coordinated words, phrases. All indices are from 0.
import type { Word } from '../../language/language.js';
import type { Site } from '../site.js';

/** Relations that open a clause of its own inside a phrase. */
const CLAUSAL = new Set(['acl', 'advcl', 'ccomp', 'csubj', 'parataxis', 'discourse']);
/** Prepositions that give the content of a counting noun: `dozens of tanks`. */
const OF = new Set(['of', 'de']);

/** The tree of one sentence. */
export class Tree {
  readonly words: readonly Word[];

  constructor(readonly site: Site) {
    this.words = site.words;
  }

  word(at: number): Word {
    return this.words[at]!;
  }

  /** Index of the head, -1 for the root. */
  head(at: number): number {
    return this.site.heads[at]!;
  }

  /** The relation without its subtype. */
  relation(at: number): string {
    return this.site.relations[at]!;
  }

  children(at: number): readonly number[] {
    return this.site.children[at]!;
  }

  /** Children in a relation, with or without subtype. */
  childrenBy(at: number, ...relations: readonly string[]): number[] {
    return this.children(at).filter(
      (child) => relations.includes(this.word(child).deprel) || relations.includes(this.relation(child)),
    );
  }

  /** The word and all that is coordinated with it. */
  conjuncts(at: number): number[] {
    return [at, ...this.childrenBy(at, 'conj')];
  }

  /** Lemma of the preposition of a phrase: `in`, `à`; several words joined by a blank; undefined where there is none. */
  preposition(at: number): string | undefined {
    const cases = this.childrenBy(at, 'case').filter(
      (child) => child < at || this.word(child).lemma !== "'s",
    );
    if (cases.length === 0) return undefined;
    return cases
      .flatMap((child) => [child, ...this.childrenBy(child, 'fixed')])
      .map((child) => this.word(child).lemma.toLowerCase())
      .join(' ');
  }

  /** True where the preposition of a phrase may be an article: French `des soldats`, `du matériel`. */
  isArticle(at: number): boolean {
    return this.childrenBy(at, 'case').some((child) => {
      const next = this.words[child + 1];
      const { lemma, token } = this.word(child);
      return lemma === 'de' && next !== undefined && next.token === token && this.word(at).upos === 'NOUN';
    });
  }

  /** All words of the phrase in order; clauses inside it only where asked for. */
  phrase(at: number, { clauses = false }: { clauses?: boolean } = {}): number[] {
    const found: number[] = [];
    const walk = (word: number): void => {
      found.push(word);
      for (const child of this.children(word)) if (clauses || !CLAUSAL.has(this.relation(child))) walk(child);
    };
    walk(at);
    return found.sort((a, b) => a - b);
  }

  /** The noun that a counting noun counts (`dozens of tanks`, `une centaine d'instructeurs`), else the word itself. */
  content(at: number, counting: (lemma: string) => boolean): number {
    if (!counting(this.word(at).lemma.toLowerCase())) return at;
    const inner = this.childrenBy(at, 'nmod', 'obl').find((child) => OF.has(this.preposition(child) ?? ''));
    return inner ?? at;
  }
}
