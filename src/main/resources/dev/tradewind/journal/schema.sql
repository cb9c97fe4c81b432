-- A tradewind journal, version 4: everything that happened in one run, in the order it happened.
-- Rows are added and never changed: triggers abort every UPDATE and DELETE (they are not listed
-- here; each table gets a pair). Look around with any SQLite 3.37 or newer.
--
-- `line` is SEARCH for the search itself and RANDOM for the random programs it is compared with.
-- Flights are numbered within a line; (line, flight) names one everywhere. Lists are JSON arrays.
--
-- Content and measurement are kept apart. run (task, plan, seed, objectives), plan, program,
-- proposal, evaluation, exchange (but for its times) and settlement are content: equal for two
-- runs with the same seed and, where language models take part, the same answers, save for texts
-- meant for people. spend, decision and note are measured and differ from run to run.
--
-- Money is in US dollars, a decimal number as text, exact.

CREATE TABLE run (
    -- What the run is: task, campaign (the resolved plan, YAML), plan (its hash), seed,
    -- objectives (name, direction and unit of each; where named also target, bound and reference),
    -- measures (name and unit), seed.scores (of the starting program on training and validation),
    -- created, version.NAME, and program: the
    -- task's starting program, the dictionary of program.files.
    key   TEXT NOT NULL PRIMARY KEY,
    value ANY NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE plan (
    -- What was decided before a flight started. A plan without a proposal was in the air when the
    -- run stopped.
    line           TEXT NOT NULL,
    flight         INTEGER NOT NULL,
    settled_before INTEGER NOT NULL, -- flights settled when it was planned
    island         INTEGER NOT NULL,
    proposer       TEXT NOT NULL,
    parents        TEXT NOT NULL,    -- flights, best first; 0 is the seed
    stream         INTEGER NOT NULL, -- seed of the proposal's randomness
    prompt         TEXT,             -- a language model is asked with; NULL: none
    broken         INTEGER,          -- flight whose failed program is to be repaired; NULL: none
    bar            ANY NOT NULL,     -- training scores none of which may be preferred to those of
                                     -- a program for it to be validated: a number, or with
                                     -- several objectives a list of lists
    PRIMARY KEY (line, flight)
) STRICT, WITHOUT ROWID;

CREATE TABLE rung (
    -- The rungs of a ladder that beliefs are held of.
    number INTEGER PRIMARY KEY,
    name   TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE decision (
    -- What was believed of the rungs when one of them was chosen. Depends on measured times. Each
    -- belief is [rung.number, chance of success, 10 % bound, 90 % bound, gain of a success, cost of
    -- a proposal in budgets, share of the proposals], as %.4g; costs are parts of the budget.
    line    TEXT NOT NULL,
    flight  INTEGER NOT NULL,
    policy  TEXT NOT NULL,
    beliefs TEXT NOT NULL,
    PRIMARY KEY (line, flight),
    FOREIGN KEY (line, flight) REFERENCES plan (line, flight)
) STRICT, WITHOUT ROWID;

CREATE TABLE program (
    -- Each distinct program once.
    number INTEGER PRIMARY KEY,
    id     TEXT NOT NULL,    -- 32 hex digits of its SHA-256
    length INTEGER NOT NULL, -- characters over all files
    files  BLOB NOT NULL     -- zlib, with the starting program as preset dictionary
) STRICT;

-- By the ten digits people type. Random keys are kept this short so that the index stays small
-- enough to be cached when there are a million programs.
CREATE INDEX program_by_brief_id ON program (substr(id, 1, 10));

CREATE TABLE proposal (
    -- What a flight brought back.
    line        TEXT NOT NULL,
    flight      INTEGER NOT NULL,
    landing     TEXT NOT NULL,                         -- DECLINED, ADVISED, REFUSED, EVALUATED
    program     INTEGER REFERENCES program (number),   -- none when declined or advised
    proposer    TEXT,                                  -- the program's descent:
    operator    TEXT,                                  -- what the proposer did
    parents     TEXT,                                  -- ids, best first
    fingerprint TEXT,                                  -- of the compiled program, when it ran
    cause       TEXT,                                  -- of a declined or refused one
    detail      TEXT,                                  -- for people; of an advised one the advice
    PRIMARY KEY (line, flight),
    FOREIGN KEY (line, flight) REFERENCES plan (line, flight)
) STRICT, WITHOUT ROWID;

CREATE TABLE said (
    -- Each distinct message to or from a language model once.
    number INTEGER PRIMARY KEY,
    hash   TEXT NOT NULL UNIQUE, -- 32 hex digits of its SHA-256
    text   BLOB NOT NULL         -- zlib, with the starting program as preset dictionary
) STRICT;

CREATE TABLE exchange (
    -- One prompt and its answer, recorded as soon as the answer was there.
    line         TEXT NOT NULL,
    flight       INTEGER NOT NULL,
    turn         INTEGER NOT NULL, -- within the flight, from 1
    rung         TEXT NOT NULL,
    prompt       TEXT NOT NULL,    -- name of the prompt file
    prompt_hash  TEXT NOT NULL,    -- of its text
    request_hash TEXT NOT NULL,    -- of the rung and all messages
    messages     TEXT NOT NULL,    -- role and said.number of each, such as ["SYSTEM 1", "USER 7"]
    reply        TEXT NOT NULL,    -- ANSWERED, LOST or REJECTED
    answer       INTEGER REFERENCES said (number), -- when answered
    thinking     INTEGER REFERENCES said (number), -- what it told of its reasoning, if anything
    detail       TEXT,             -- when not answered, for people
    finish       TEXT,             -- why it stopped: STOP, LENGTH, FILTERED or OTHER
    served_by    TEXT,             -- the model that answered, as the provider names it
    input        INTEGER NOT NULL, -- tokens read, cached ones included
    cached       INTEGER NOT NULL, -- tokens read that the provider had read before
    output       INTEGER NOT NULL, -- tokens written, reasoning included
    reasoning    INTEGER NOT NULL, -- tokens written that are no part of the answer
    estimated    INTEGER NOT NULL, -- 1 when the provider did not tell them
    money        TEXT NOT NULL,    -- by the price list
    at_risk      TEXT NOT NULL,    -- at most this much more may be billed
    flops        REAL NOT NULL,    -- of a model of known size
    in_flight_ns INTEGER NOT NULL, -- measured
    retries      INTEGER NOT NULL, -- measured: calls before it that failed and cost nothing
    landed_ms    INTEGER NOT NULL, -- measured: since 1970, UTC
    PRIMARY KEY (line, flight, turn),
    FOREIGN KEY (line, flight) REFERENCES plan (line, flight)
) STRICT, WITHOUT ROWID;

CREATE TABLE evaluation (
    -- What a program was found to be worth on one split of the data.
    line      TEXT NOT NULL,
    flight    INTEGER NOT NULL,
    split     TEXT NOT NULL, -- TRAINING or VALIDATION
    status    TEXT NOT NULL, -- SCORED or FAILED
    scores    TEXT,          -- scored: one value per objective
    signature INTEGER,       -- scored: equal for equal results on every instance
    digest    TEXT,          -- scored: hash of the certificates
    parts     TEXT,          -- scored: the first objective for each part of the instances, if told
    remark    TEXT,          -- scored: what the scorer tells of it, if anything
    measures  TEXT,          -- scored: one value per measure, if the task names any
    cause     TEXT,          -- failed
    detail    TEXT,          -- failed, for people
    PRIMARY KEY (line, flight, split),
    FOREIGN KEY (line, flight) REFERENCES proposal (line, flight)
) STRICT, WITHOUT ROWID;

CREATE TABLE settlement (
    -- What a landed flight changed, in the order of settling.
    line         TEXT NOT NULL,
    settle_order INTEGER NOT NULL,
    flight       INTEGER NOT NULL,
    consequence  TEXT NOT NULL,    -- NEW_CLUSTER, JOINED_CLUSTER, NOT_KEPT, ADVISED, REJECTED
    cause        TEXT,             -- of a rejected one
    champion     INTEGER NOT NULL, -- 1 when nothing known then was preferred to it: with
                                   -- one objective it became the best of the run, with several a
                                   -- member of the front
    restarted    TEXT NOT NULL,    -- islands emptied and reseeded after it
    PRIMARY KEY (line, settle_order),
    UNIQUE (line, flight),
    FOREIGN KEY (line, flight) REFERENCES plan (line, flight)
) STRICT, WITHOUT ROWID;

CREATE TABLE spend (
    -- Measured: when a flight landed, what processor time it took, and what its calls of language
    -- models came to, the sum of its exchanges; NULL when there were none.
    line          TEXT NOT NULL,
    flight        INTEGER NOT NULL,
    landed_ms     INTEGER NOT NULL, -- since 1970, UTC
    training_ns   INTEGER,          -- when it was evaluated
    validation_ns INTEGER,          -- when it was validated: the validation alone
    validated_ns  INTEGER,          -- and together with the second training run before it
    proposing_ns  INTEGER,          -- of drawing, compiling and trying out programs
    calls         INTEGER,
    estimated     INTEGER,          -- calls of which the provider told no usage
    money         TEXT,
    at_risk       TEXT,
    input         INTEGER,
    cached        INTEGER,
    output        INTEGER,
    reasoning     INTEGER,
    flops         REAL,
    in_flight_ns  INTEGER,
    PRIMARY KEY (line, flight),
    FOREIGN KEY (line, flight) REFERENCES plan (line, flight)
) STRICT, WITHOUT ROWID;

CREATE TABLE note (
    -- Measured: what happened around the search.
    number INTEGER PRIMARY KEY,
    at_ms  INTEGER NOT NULL, -- since 1970, UTC
    kind   TEXT NOT NULL,    -- SESSION_STARTED, SESSION_ENDED, SANDBOX, ...
    text   TEXT NOT NULL
) STRICT;

-- The content, one line of text per fact. Two runs are the same when these say the same:
--
--     SELECT entry FROM content ORDER BY section, line, place;
--
-- The content digest is the SHA-256 of that query's lines, each ended by a line feed. Texts meant
-- for people are left out, because they may quote a measurement; the plan's hash stands for the
-- campaign, because some of its settings (the number of jobs) change nothing.
CREATE VIEW content (section, line, place, entry) AS
SELECT 1, '', key, 'run ' || key || ' ' || quote(value)
    FROM run WHERE key IN ('task', 'plan', 'seed', 'objectives')
UNION ALL
SELECT 2, plan.line, plan.flight,
    'flight ' || plan.line || ' ' || plan.flight || ' ' || settled_before || ' ' || island
    || ' ' || quote(plan.proposer) || ' ' || plan.parents || ' ' || stream
    || ' ' || quote(prompt) || ' ' || quote(broken) || ' ' || quote(bar)
    || ' ' || landing || ' ' || quote(program.id) || ' ' || quote(proposal.proposer)
    || ' ' || quote(operator) || ' ' || quote(proposal.parents) || ' ' || quote(fingerprint)
    || ' ' || quote(proposal.cause)
    || ' training ' || quote(training.status) || ' ' || quote(training.cause)
    || ' ' || quote(training.scores) || ' ' || quote(training.signature)
    || ' ' || quote(training.digest) || coalesce(' ' || training.measures, '')
    || ' validation ' || quote(validation.status) || ' ' || quote(validation.cause)
    || ' ' || quote(validation.scores) || ' ' || quote(validation.signature)
    || ' ' || quote(validation.digest) || coalesce(' ' || validation.measures, '')
    FROM plan
    CROSS JOIN proposal ON proposal.line = plan.line AND proposal.flight = plan.flight
    LEFT JOIN program ON program.number = proposal.program
    LEFT JOIN evaluation AS training
        ON training.line = plan.line AND training.flight = plan.flight
        AND training.split = 'TRAINING'
    LEFT JOIN evaluation AS validation
        ON validation.line = plan.line AND validation.flight = plan.flight
        AND validation.split = 'VALIDATION'
UNION ALL
SELECT 3, line, settle_order,
    'settlement ' || line || ' ' || settle_order || ' ' || flight || ' ' || consequence
    || ' ' || quote(cause) || ' ' || champion || ' ' || restarted
    FROM settlement
UNION ALL
SELECT 4, exchange.line, flight * 16 + turn,
    'exchange ' || exchange.line || ' ' || flight || ' ' || turn || ' ' || quote(rung)
    || ' ' || quote(prompt) || ' ' || prompt_hash || ' ' || request_hash || ' ' || reply
    || ' ' || quote(said.hash) || ' ' || quote(finish) || ' ' || quote(served_by)
    || ' ' || input || ' ' || cached || ' ' || output || ' ' || reasoning || ' ' || estimated
    || ' ' || money || ' ' || at_risk || ' ' || flops
    FROM exchange LEFT JOIN said ON said.number = exchange.answer;
