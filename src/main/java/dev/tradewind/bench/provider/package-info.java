/// A provider of language models that runs on this machine and needs no model: it speaks OpenAI's
/// protocol and answers with programs bred from the one it is shown. For tests, measurements, and
/// people without a key.
///
/// Equal requests get equal answers, faults and delays, whatever the order they come in: all of
/// them are drawn from the seed, the request, and how often it was made before.
///
/// ```java
/// LoopbackOptions options = LoopbackOptions.quick(7).with(Fault.RATE_LIMITED, 0.2);
/// try (LoopbackProvider provider = LoopbackProvider.start(options)) {
///     URI address = provider.address();
/// }
/// ```
@NullMarked
package dev.tradewind.bench.provider;

import org.jspecify.annotations.NullMarked;
