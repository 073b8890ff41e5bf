#!/usr/bin/env node
// tests/bench/first_load.mjs: Brotli bytes of a first visit, as tools/size_budget counts them.
import { BUDGET_BYTES, firstLoad } from '../../tools/site/size_budget.mjs';
import { figure } from './figure.mjs';
import { dist } from './site.mjs';

const { bytes, parts } = firstLoad(dist);
figure({ name: 'first_load', value: bytes, unit: 'bytes', bound: BUDGET_BYTES, parts });
