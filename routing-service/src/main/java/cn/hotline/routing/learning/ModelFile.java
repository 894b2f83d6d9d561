package cn.hotline.routing.learning;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;

/**
 * A model with those below it as one file: a line that names the format and its version, the numbers, and a SHA-256 of all
 * before it. A file that was cut off, changed or made by another version is known as such before a number of it is used.
 */
public final class ModelFile {

    private static final byte[] BEGINNING = {'H', 'O', 'T', 'L', 'I', 'N', 'E', '-', 'T', 'E', 'X', 'T', '-', 'M', '\n'
    };
    private static final int VERSION = 2;
    /** The same without models below. */
    private static final int FLAT = 1;

    private static final int DIGEST = 32;

    private ModelFile() {}

    /**
     * Writes beside the file and renames: whoever stops it leaves the former file, or none.
     *
     * @throws Unusable when the folder cannot be written
     */
    public static void write(ModelTree tree, Path file) {
        var target = file.toAbsolutePath();
        try {
            var unfinished = target.resolveSibling(
                    "." + target.getFileName() + "." + ProcessHandle.current().pid() + ".unfinished");
            try {
                try (var channel = FileChannel.open(
                        unfinished,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE)) {
                    var bytes = ByteBuffer.wrap(bytes(tree));
                    while (bytes.hasRemaining()) {
                        channel.write(bytes);
                    }
                    channel.force(true);
                }
                Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(unfinished);
            }
        } catch (IOException fault) {
            throw new Unusable("不能写入模型文件 " + file + "。", "Model file " + file + " cannot be written.");
        }
    }

    /** @throws Unusable when it is missing, is no model, is damaged, or is of another version */
    public static ModelTree read(Path file, Hints hints) {
        try {
            return read(Files.readAllBytes(file), file.toString(), hints);
        } catch (IOException absent) {
            throw new Unusable("读不到模型文件 " + file + "。", "Model file " + file + " cannot be read.");
        }
    }

    /** The whole file. */
    public static byte[] bytes(ModelTree tree) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.write(BEGINNING);
            out.writeInt(VERSION);
            write(tree.model(), out);
            out.writeInt(tree.below().size());
            for (var below : tree.below().entrySet()) {
                out.writeUTF(below.getKey());
                write(below.getValue(), out);
            }
            out.flush();
            out.write(digest(bytes.toByteArray(), bytes.size()));
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return bytes.toByteArray();
    }

    /**
     * @param name of the model, for complaints
     * @throws Unusable when it is no model, is damaged, or is of another version
     */
    public static ModelTree read(byte[] bytes, String name, Hints hints) {
        if (bytes.length < BEGINNING.length + Integer.BYTES + DIGEST
                || !Arrays.equals(bytes, 0, BEGINNING.length, BEGINNING, 0, BEGINNING.length)) {
            throw new Unusable(name + " 不是分类模型文件。", name + " is no model of texts.");
        }
        int version = ByteBuffer.wrap(bytes).getInt(BEGINNING.length);
        if (version != VERSION && version != FLAT) {
            throw new Unusable(
                    "模型 " + name + " 的格式版本是 " + version + "，本程序用的是 " + VERSION + "，请重新训练。",
                    "Model " + name + " has format " + version + ", this program uses " + VERSION + ": train anew.");
        }
        int end = bytes.length - DIGEST;
        if (!Arrays.equals(digest(bytes, end), Arrays.copyOfRange(bytes, end, bytes.length))) {
            throw new Unusable("模型文件 " + name + " 已损坏，请换用完好的文件或重新训练。", "Model file " + name + " is damaged.");
        }
        int start = BEGINNING.length + Integer.BYTES;
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes, start, end - start))) {
            return version == FLAT ? ModelTree.of(model(in, hints)) : tree(in, hints);
        } catch (IOException impossible) {
            throw new Unusable("模型文件 " + name + " 已损坏，请换用完好的文件或重新训练。", "Model file " + name + " is damaged.");
        }
    }

    private static void write(TextModel model, DataOutputStream out) throws IOException {
        var about = model.about();
        out.writeLong(about.learnedAt().toEpochMilli());
        out.writeInt(about.texts());
        out.writeDouble(about.macroF1());
        out.writeDouble(about.accuracy());
        var parts = model.parts();
        out.writeDouble(parts.calibration().sharpness());
        out.writeDouble(parts.calibration().trust());
        out.writeDouble(parts.strangeness());
        out.writeInt(parts.labels().size());
        for (int i = 0; i < parts.labels().size(); i++) {
            out.writeUTF(parts.labels().get(i));
            out.writeFloat(parts.scales()[i]);
        }
        long[] features = parts.index().features();
        out.writeInt(features.length);
        for (int i = 0; i < features.length; i++) {
            out.writeLong(features[i]);
            out.writeByte(parts.blocks()[i]);
            out.writeFloat(parts.weights()[i]);
        }
        for (short coefficient : parts.coefficients()) {
            out.writeShort(coefficient);
        }
    }

    private static ModelTree tree(DataInputStream in, Hints hints) throws IOException {
        var model = model(in, hints);
        int count = in.readInt();
        var below = new HashMap<String, TextModel>();
        for (int i = 0; i < count; i++) {
            below.put(in.readUTF(), model(in, hints));
        }
        return new ModelTree(model, below);
    }

    private static TextModel model(DataInputStream in, Hints hints) throws IOException {
        var about = new TextModel.About(
                Instant.ofEpochMilli(in.readLong()), in.readInt(), in.readDouble(), in.readDouble());
        var calibration = new Calibration(in.readDouble(), in.readDouble());
        double strangeness = in.readDouble();
        int classes = in.readInt();
        var labels = new ArrayList<String>();
        var scales = new float[classes];
        for (int i = 0; i < classes; i++) {
            labels.add(in.readUTF());
            scales[i] = in.readFloat();
        }
        int features = in.readInt();
        var index = new Index(features);
        var blocks = new byte[features];
        var weights = new float[features];
        for (int i = 0; i < features; i++) {
            index.add(in.readLong());
            blocks[i] = in.readByte();
            weights[i] = in.readFloat();
        }
        var coefficients = new short[features * classes];
        for (int i = 0; i < coefficients.length; i++) {
            coefficients[i] = in.readShort();
        }
        return new TextModel(
                about,
                new TextModel.Parts(
                        List.copyOf(labels), index, blocks, weights, coefficients, scales, strangeness, calibration),
                hints);
    }

    private static byte[] digest(byte[] bytes, int length) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(bytes, 0, length);
            return digest.digest();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
