package dev.tradewind.proposer.breeding;

import java.util.List;

/// What a node of a syntax tree is; its operands are the node's children.
sealed interface Symbol {

    /// A node with a value.
    sealed interface Expression extends Symbol {
        Kind kind();
    }

    /// A node that does something.
    sealed interface Statement extends Symbol {}

    /// A literal with its sign, or a well-known constant such as `Math.PI`.
    record Constant(Kind kind, String text) implements Expression {}

    record Variable(Kind kind, String name) implements Expression {}

    /// A function of its children.
    record Apply(Kind kind, Function function) implements Expression {}

    record Cast(Kind kind) implements Expression {}

    /// An element of an array; children: array, index.
    ///
    /// @param wrapped whether the index is brought into range by `Math.floorMod`
    record Read(Kind kind, boolean wrapped) implements Expression {}

    /// The length of its child, an array.
    record Length() implements Expression {
        @Override
        public Kind kind() {
            return Kind.INT;
        }
    }

    /// A call of a method of the same class; children: the arguments.
    record Call(Kind kind, String name, List<Kind> parameters) implements Expression {
        public Call {
            parameters = List.copyOf(parameters);
        }
    }

    /// An expression kept as it was written.
    ///
    /// @param tight whether it needs no parentheses beside an operator
    /// @param uses the locals it mentions
    record Verbatim(Kind kind, String text, boolean tight, List<String> uses)
            implements Expression {
        public Verbatim {
            uses = List.copyOf(uses);
        }
    }

    /// Children: statements.
    record Block() implements Statement {}

    /// Children: condition, block, and perhaps the block of `else`.
    record If() implements Statement {}

    /// Child: the value, unless the method has none.
    record Return() implements Statement {}

    /// Child: the first value, if there is one.
    record Declare(Kind kind, String name, boolean fixed) implements Statement {}

    /// Children: variable or array element, then the value unless it is `++` or `--`.
    record Assign(String operator) implements Statement {}

    /// Children: condition, block.
    record While() implements Statement {}

    /// A counting loop. Children: declaration, condition, assignment, block.
    record For() implements Statement {}

    /// A loop over the elements of an array. Children: array, block.
    record Each(Kind kind, String name) implements Statement {}

    /// A statement kept as it was written.
    ///
    /// @param uses the locals it mentions
    /// @param declares the locals it leaves behind
    /// @param completes whether the next statement can be reached
    record Kept(String text, List<String> uses, List<Local> declares, boolean completes)
            implements Statement {
        public Kept {
            uses = List.copyOf(uses);
            declares = List.copyOf(declares);
        }
    }
}
