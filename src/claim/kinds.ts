// The fourteen kinds by name.
import type { ClaimKind } from './claim.js';
import { access } from './kinds/access.js';
import { agreement } from './kinds/agreement.js';
import { aid } from './kinds/aid.js';
import { contact } from './kinds/contact.js';
import { event } from './kinds/event.js';
import { exercise } from './kinds/exercise.js';
import type { Kind } from './kinds/kind.js';
import { power } from './kinds/power.js';
import { presence } from './kinds/presence.js';
import { rupture } from './kinds/rupture.js';
import { share } from './kinds/share.js';
import { statement } from './kinds/statement.js';
import { training } from './kinds/training.js';
import { transfer } from './kinds/transfer.js';
import { violence } from './kinds/violence.js';

/** Every kind of claim that the codebook knows. */
export const KINDS: Readonly<Record<ClaimKind, Kind>> = Object.freeze({
  agreement,
  transfer,
  share,
  presence,
  access,
  training,
  exercise,
  contact,
  aid,
  statement,
  rupture,
  violence,
  power,
  event,
});
