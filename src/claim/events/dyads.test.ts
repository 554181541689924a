// Events of sentences: who does what to whom, in the codes of PLOVER.
import { describe, expect, it } from 'vitest';
import { documentOf } from '../claim.test-help.js';
import { actorsFromTable } from '../../lexicon/actor-list.js';
import { eventsOf } from './dyads.js';
