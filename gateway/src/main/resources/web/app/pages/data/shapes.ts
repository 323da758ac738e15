import type { Amount } from '../../language/format';

export interface Page<T> {
    items: T[];
    nextCursor?: string;
}

/** A column of a kind of import. */
export interface ColumnOfKind {
    name: string;
    required: boolean;
    description: string;
    /** The only ones it may have. */
    values?: string[];
}

/** What the first row of a file names its columns, and the rows below it. */
export interface FileColumns {
    columns: string[];
    /** null is a cell that cannot be read. */
    rows: (string | null)[][];
    sheet?: string;
    sheets?: string[];
}

export interface RowError {
    line: number;
    column?: string;
    code: string;
    message: string;
}

/** What became of the rows of a file, or where that will be told. */
export interface ImportAnswer {
    importId?: string;
    status?: ImportStatus;
    progress?: string;
    rows?: number;
    dryRun?: boolean;
    accepted?: number;
    duplicates?: number;
    rejectedRows?: number;
    rejected?: RowError[];
}

export type ImportStatus = 'QUEUED' | 'RUNNING' | 'DONE' | 'FAILED' | 'REVERSED';

export interface Import {
    importId: string;
    kind: string;
    status: ImportStatus;
    recordedAt: string;
    recordedBy: string;
    fileSha256?: string;
    mapping?: string;
    bytesTotal: number;
    bytesRead: number;
    rowsTotal: number;
    rowsRead: number;
    accepted: number;
    duplicates: number;
    rejectedRows: number;
    startedAt?: string;
    endedAt?: string;
    problem?: { code: string; detail: string };
    reversal?: { reason: string; reversedAt: string; reversedBy: string };
}

/** A record as an import of activities stored it. */
export interface ImportedActivity {
    activityId: string;
    activity: string;
    quantity: Amount;
    unit: string;
    siteId?: string;
    start: string;
    end: string;
    revision: number;
    counts: boolean;
}

/** How a file with columns of its own is read. */
export interface Mapping {
    columns: Record<string, string>;
    constants?: Record<string, string>;
    ignored?: string[];
    values?: Record<string, Record<string, string>>;
    fieldSeparator?: string;
    decimalSeparator?: string;
    thousandsSeparator?: string;
    datePattern?: string;
}

export interface NamedMapping {
    name: string;
    revision: number;
    statedBy: string;
    statedAt: string;
    mapping: Mapping;
}

export interface Factor {
    id: string;
    version: string;
    activity: string;
    name: string;
    purpose: string;
    region: string;
    validFrom: string;
    validTo?: string | null;
    gases: { gas: string; value: Amount; unit: string; per: string; gwpSet?: string }[];
    publisher: string;
    source: string;
    published?: string;
    licence?: string;
    confidence: string;
    notes?: string;
    supersedes?: string;
    uncertainty?: string;
}

export interface FactorSet {
    id: string;
    status: 'SHIPPED' | 'DRAFT' | 'ADOPTED';
    title: string;
    publisher: string;
    licence: string;
    factors: number;
    rows?: number;
    refused?: { id: string; fate: string; reason: string }[];
    created: string;
    createdBy?: string;
    adopted?: string;
    adoptedBy?: string;
}

interface Moved {
    beforeKgCo2e: Amount;
    afterKgCo2e: Amount;
    differenceKgCo2e: Amount;
}

/** What a draft of factors would change. */
export interface Preview {
    set: string;
    years: { period: string; figures: ({ figure: string } & Moved)[] }[];
    movedResults: number;
    results: ({ period: string; resultId: string; activity: string; record: string; factorBefore?: string; factorAfter?: string } & Moved)[];
}

export interface Site {
    siteId: string;
    name: string;
    kind: string;
    country: string;
    province?: string;
    gridZone?: string;
    timeZone: string;
    entity?: string;
    floorAreaM2?: Amount;
}

export interface Organization {
    name: string;
    consolidationApproach: string;
    baseYear: number;
    currency: string;
    gwpSet: string;
    varianceThreshold?: Amount;
}

export interface Key {
    id: string;
    name: string;
    roles: string[];
    datacenters: string[];
    createdAt: string;
    revokedAt?: string;
    /** Only in the answer that issues it. */
    key?: string;
}
