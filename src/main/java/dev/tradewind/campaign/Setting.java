package dev.tradewind.campaign;

/// One thing said about a plan outside its file, such as an option of the command line. It counts
/// more than the file.
///
/// @param origin where it was said, for messages, such as `--budget`
/// @param key with dots into sections, such as `evolution.islands`
/// @param value as it would stand in the file
public record Setting(String origin, String key, String value) {

    Node.Mapping asNode() {
        String[] keys = key.split("\\.", -1);
        Node node = new Node.Text(Place.of(origin), value);
        for (int at = keys.length - 1; at > 0; at--) {
            node = Node.Mapping.of(keys[at], node);
        }
        return Node.Mapping.of(keys[0], node);
    }
}
