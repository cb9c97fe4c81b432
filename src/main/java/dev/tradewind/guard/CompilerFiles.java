package dev.tradewind.guard;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardLocation;

/// What a compiler sees of the world: the JDK, and the contract as its whole class path. What it
/// writes is kept in memory.
final class CompilerFiles extends ForwardingJavaFileManager<JavaFileManager> {

    private final List<ContractClass> contract;
    private Map<String, ByteArrayOutputStream> written = new TreeMap<>();

    CompilerFiles(JavaFileManager jdk, Map<String, byte[]> contract) {
        super(jdk);
        this.contract =
                new TreeMap<>(contract)
                        .entrySet().stream()
                                .map(file -> new ContractClass(file.getKey(), file.getValue()))
                                .toList();
    }

    /// The class files written since the last call, by binary name.
    Map<String, byte[]> takeWritten() {
        Map<String, byte[]> taken = new TreeMap<>();
        written.forEach((name, bytes) -> taken.put(name, bytes.toByteArray()));
        written = new TreeMap<>();
        return taken;
    }

    @Override
    public Iterable<JavaFileObject> list(
            Location location, String folder, Set<JavaFileObject.Kind> kinds, boolean recurse)
            throws IOException {
        if (location != StandardLocation.CLASS_PATH) {
            return super.list(location, folder, kinds, recurse);
        }
        return kinds.contains(JavaFileObject.Kind.CLASS)
                ? List.copyOf(contract.stream().filter(file -> file.isIn(folder)).toList())
                : List.of();
    }

    @Override
    public String inferBinaryName(Location location, JavaFileObject file) {
        return file instanceof ContractClass known
                ? known.binaryName
                : super.inferBinaryName(location, file);
    }

    @Override
    public boolean hasLocation(Location location) {
        return location == StandardLocation.CLASS_PATH
                || (location != StandardLocation.SOURCE_PATH && super.hasLocation(location));
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
            Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        written.put(name, bytes);
        return new SimpleJavaFileObject(URI.create("memory:///written"), kind) {
            @Override
            public OutputStream openOutputStream() {
                return bytes;
            }
        };
    }

    private static final class ContractClass extends SimpleJavaFileObject {

        private final String binaryName;
        private final byte[] file;

        ContractClass(String binaryName, byte[] file) {
            super(
                    URI.create("memory:///" + binaryName.replace('.', '/') + Kind.CLASS.extension),
                    Kind.CLASS);
            this.binaryName = binaryName;
            this.file = file;
        }

        boolean isIn(String folder) {
            int end = binaryName.lastIndexOf('.');
            return folder.equals(end < 0 ? "" : binaryName.substring(0, end));
        }

        @Override
        public InputStream openInputStream() {
            return new ByteArrayInputStream(file);
        }
    }
}
