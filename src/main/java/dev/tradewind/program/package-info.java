/// What is evolved: an immutable small tree of files with regions, identity, descent and
/// differences. Everything here is a value, safe to share between threads.
///
/// ```java
/// Program seed = Program.of("Rule.java", text);
/// Region region = seed.regions().getFirst();
/// Program changed = region.replacedIn(seed, "    return 1;\n");
/// ```
@NullMarked
package dev.tradewind.program;

import org.jspecify.annotations.NullMarked;
