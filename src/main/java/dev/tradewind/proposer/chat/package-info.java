/// Language models as proposers, through LangChain4j.
@NullMarked
package dev.tradewind.proposer.chat;

import org.jspecify.annotations.NullMarked;
