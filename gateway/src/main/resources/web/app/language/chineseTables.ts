/** What only readers of Chinese need; it comes when there is one. */
export { CHINESE } from './chinese';
export { CHINESE_FINDINGS } from './findings';
export { CHINESE_NAMES } from './chineseNames';
export { CHINESE_REFUSALS } from './refusals';
