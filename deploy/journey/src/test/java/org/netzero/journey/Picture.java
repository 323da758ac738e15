package org.netzero.journey;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/// A picture of a page, kept small: a page has few colours, and its 256 most frequent ones show it
/// as it is.
final class Picture {

    private static final int COLOURS = 256;
    private static final int BYTE = 0xff;

    private final BufferedImage image;
    private final Map<Integer, Integer> nearest = new HashMap<>();

    private Picture(BufferedImage image) {
        this.image = image;
    }

    static void save(byte[] png, Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.deleteIfExists(file);
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
            writer.setOutput(out);
            ImageWriteParam packed = writer.getDefaultWriteParam();
            packed.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            packed.setCompressionQuality(0);
            BufferedImage small =
                    new Picture(ImageIO.read(new ByteArrayInputStream(png))).indexed();
            writer.write(null, new IIOImage(small, null, null), packed);
        } finally {
            writer.dispose();
        }
    }

    private BufferedImage indexed() {
        List<Integer> palette = palette();
        var reds = new byte[COLOURS];
        var greens = new byte[COLOURS];
        var blues = new byte[COLOURS];
        for (int i = 0; i < palette.size(); i++) {
            reds[i] = (byte) red(palette.get(i));
            greens[i] = (byte) green(palette.get(i));
            blues[i] = (byte) blue(palette.get(i));
        }
        var small =
                new BufferedImage(
                        image.getWidth(),
                        image.getHeight(),
                        BufferedImage.TYPE_BYTE_INDEXED,
                        new IndexColorModel(Byte.SIZE, COLOURS, reds, greens, blues));
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int index =
                        nearest.computeIfAbsent(
                                image.getRGB(x, y), colour -> nearest(palette, colour));
                small.getRaster().setSample(x, y, 0, index);
            }
        }
        return small;
    }

    private List<Integer> palette() {
        Map<Integer, Integer> counts = new HashMap<>();
        for (int colour :
                image.getRGB(
                        0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth())) {
            counts.merge(colour, 1, Integer::sum);
        }
        return counts.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .limit(COLOURS)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static int nearest(List<Integer> palette, int colour) {
        int best = 0;
        for (int i = 1; i < palette.size(); i++) {
            if (distance(palette.get(i), colour) < distance(palette.get(best), colour)) {
                best = i;
            }
        }
        return best;
    }

    private static int distance(int one, int other) {
        int red = red(one) - red(other);
        int green = green(one) - green(other);
        int blue = blue(one) - blue(other);
        return red * red + green * green + blue * blue;
    }

    private static int red(int colour) {
        return colour >> 16 & BYTE;
    }

    private static int green(int colour) {
        return colour >> 8 & BYTE;
    }

    private static int blue(int colour) {
        return colour & BYTE;
    }
}
