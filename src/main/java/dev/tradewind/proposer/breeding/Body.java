package dev.tradewind.proposer.breeding;

import io.jenetics.ext.util.TreeNode;

import java.util.List;

/// The varied statements of one method. Its tree is shared: copy it before changing it.
///
/// @param place where the statements stand
/// @param returns the kind of the method's result
/// @param names what is visible where the statements begin: parameters, earlier locals, fields
/// @param pinned locals that are used after the region, so their declarations must stay
/// @param widest the widest kind of number in reach; comparisons are made in it
/// @param falls whether control may leave at the end of the statements
/// @param tree the statements as a block
record Body(
        Place place,
        Kind returns,
        List<Local> names,
        List<String> pinned,
        Kind widest,
        boolean falls,
        TreeNode<Symbol> tree) {

    Body {
        names = List.copyOf(names);
        pinned = List.copyOf(pinned);
    }

    /// These statements replaced by others.
    Body with(TreeNode<Symbol> statements) {
        return new Body(place, returns, names, pinned, widest, falls, statements);
    }

    /// This body at another place.
    Body at(Place other) {
        return new Body(other, returns, names, pinned, widest, falls, tree);
    }

    /// @param path the file
    /// @param start offset of the first character replaced
    /// @param end offset one past the last character replaced
    /// @param indent columns before a statement
    /// @param braces whether the braces around the statements are replaced too
    record Place(String path, int start, int end, int indent, boolean braces) {

        /// So many characters further on.
        Place shifted(int by) {
            return new Place(path, start + by, end + by, indent, braces);
        }

        Place withLength(int length) {
            return new Place(path, start, start + length, indent, braces);
        }
    }
}
