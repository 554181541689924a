// The shape of the network that reads a sentence, and where each of its matrices lies.

/** Widths and counts; every width is a multiple of 8. */
export interface Shape {
  /** Columns of a word vector. */
  readonly word: number;
  /** Columns of a sum of letter-group vectors. */
  readonly letters: number;
  /** Columns of one direction of a recurrent layer. */
  readonly width: number;
  readonly layers: number;
  /** Columns between the last layer and the tags. */
  readonly tagWidth: number;
  readonly nameWidth: number;
  readonly arcWidth: number;
  readonly labelWidth: number;
  /** How many different UPOS tags, feature strings, name tags and relations there are. */
  readonly tags: number;
  readonly features: number;
  readonly names: number;
  readonly relations: number;
}

/** A matrix of the layout: `rows`×`columns` floats from float `offset` on. */
export interface Matrix {
  readonly name: string;
  readonly offset: number;
  readonly rows: number;
  readonly columns: number;
}

/** The matrices of one dense layer: weights, and a bias of one row. */
export interface DenseLayout {
  readonly weights: Matrix;
  readonly bias: Matrix;
}

/** Where everything lies among the floats of the network. */
export interface Layout {
  readonly matrices: readonly Matrix[];
  /** How many floats there are. */
  readonly size: number;
  readonly input: DenseLayout;
  /** Pre-activations of both directions side by side: candidate, forget, reset; forward then backward. */
  readonly layers: readonly {
    readonly weights: Matrix;
    readonly forward: Matrix;
    readonly backward: Matrix;
  }[];
  readonly tagHidden: DenseLayout;
  readonly tags: DenseLayout;
  readonly features: DenseLayout;
  readonly nameHidden: DenseLayout;
  readonly names: DenseLayout;
  readonly dependent: DenseLayout;
  readonly head: DenseLayout;
  readonly arcs: Matrix;
  /** How much a word is a head at all, whatever depends on it. */
  readonly headBias: Matrix;
  /** The head vector of the root. */
  readonly root: Matrix;
  readonly labelDependent: DenseLayout;
  readonly labelHead: DenseLayout;
  readonly labelRoot: Matrix;
  readonly relations: DenseLayout;
}

/** The next multiple of 8. */
export const padded = (count: number): number => Math.ceil(count / 8) * 8;

/** Lays the matrices of a shape one after the other, in an order that never changes. */
export function layoutOf(shape: Shape): Layout {
  const matrices: Matrix[] = [];
  let size = 0;
  const matrix = (name: string, rows: number, columns: number): Matrix => {
    const made = Object.freeze({ name, offset: size, rows, columns });
    matrices.push(made);
    size += rows * columns;
    return made;
  };
  const dense = (name: string, rows: number, columns: number): DenseLayout => ({
    weights: matrix(name, rows, columns),
    bias: matrix(`${name}.bias`, 1, columns),
  });
  const { width, arcWidth, labelWidth } = shape;
  const both = 2 * width;
  return Object.freeze({
    matrices,
    input: dense('input', shape.word + shape.letters, both),
    layers: Array.from({ length: shape.layers }, (_, layer) => ({
      weights: matrix(`layer${layer}`, both, 6 * width),
      forward: matrix(`layer${layer}.forward`, 4, width),
      backward: matrix(`layer${layer}.backward`, 4, width),
    })),
    tagHidden: dense('tagHidden', both, shape.tagWidth),
    tags: dense('tags', shape.tagWidth, padded(shape.tags)),
    features: dense('features', shape.tagWidth, padded(shape.features)),
    nameHidden: dense('nameHidden', both, shape.nameWidth),
    names: dense('names', shape.nameWidth, padded(shape.names)),
    dependent: dense('dependent', both, arcWidth),
    head: dense('head', both, arcWidth),
    arcs: matrix('arcs', arcWidth, arcWidth),
    headBias: matrix('headBias', arcWidth, 8),
    root: matrix('root', 1, arcWidth),
    labelDependent: dense('labelDependent', both, labelWidth),
    labelHead: dense('labelHead', both, labelWidth),
    labelRoot: matrix('labelRoot', 1, labelWidth),
    relations: dense('relations', labelWidth, padded(shape.relations)),
    get size() {
      return size;
    },
  });
}
