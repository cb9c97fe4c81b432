package dev.tradewind.campaign;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.stream.Stream;

/// Reads and writes a record of settings: one key for each component, of the same name. What a
/// setting may be is checked by the record itself.
final class SettingsSection {

    private SettingsSection() {}

    /// The settings in a section, with defaults for those left out.
    static <R extends Record> R read(Section section, R defaults) {
        Object[] values =
                Stream.of(components(defaults))
                        .map(component -> value(section, component, get(defaults, component)))
                        .toArray();
        section.close();
        try {
            return make(defaults, values);
        } catch (IllegalArgumentException wrong) {
            // The message starts with the name of the setting.
            String message = String.valueOf(wrong.getMessage());
            section.problem(message.split(" ", 2)[0], message + ".");
            return defaults;
        }
    }

    /// Every setting by name, in the order of the record.
    static SequencedMap<String, Object> write(Record settings) {
        SequencedMap<String, Object> values = new LinkedHashMap<>();
        for (RecordComponent component : components(settings)) {
            values.put(component.getName(), get(settings, component));
        }
        return values;
    }

    private static Object value(Section section, RecordComponent component, Object otherwise) {
        return section.value(component.getName(), otherwise, text -> read(text, otherwise));
    }

    private static Object read(String text, Object like) {
        return switch (like) {
            case Integer _ -> Scalars.small(text);
            case Long _ -> Scalars.whole(text);
            case Double _ -> Scalars.real(text);
            case Boolean _ -> Scalars.word(text, Scalars.SWITCH);
            default -> throw new IllegalStateException("no setting is a " + like.getClass());
        };
    }

    private static RecordComponent[] components(Record settings) {
        return settings.getClass().getRecordComponents();
    }

    private static Object get(Record settings, RecordComponent component) {
        try {
            return component.getAccessor().invoke(settings);
        } catch (ReflectiveOperationException broken) {
            throw new LinkageError(component.toString(), broken);
        }
    }

    @SuppressWarnings("unchecked") // a record's constructor makes that record
    private static <R extends Record> R make(R like, Object[] values) {
        try {
            return (R) like.getClass().getDeclaredConstructors()[0].newInstance(values);
        } catch (InvocationTargetException thrown) {
            if (thrown.getCause() instanceof IllegalArgumentException wrong) {
                throw wrong;
            }
            throw new LinkageError(like.getClass().toString(), thrown);
        } catch (ReflectiveOperationException broken) {
            throw new LinkageError(like.getClass().toString(), broken);
        }
    }
}
