package cn.hotline.evaluation.demo;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** A photo that a unit of the demo took on the spot: a road under a clear sky. */
final class DemoPhoto {

    static final String NAME = "现场照片.jpg";

    private static final int WIDTH = 640;
    private static final int HEIGHT = 480;
    private static final int HORIZON = 300;

    private DemoPhoto() {}

    static byte[] bytes() {
        BufferedImage photo = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D brush = photo.createGraphics();
        brush.setPaint(new GradientPaint(0, 0, new Color(0x5B8FC4), 0, HORIZON, new Color(0xDCE9F2)));
        brush.fillRect(0, 0, WIDTH, HORIZON);
        brush.setColor(new Color(0x6E8B5A));
        brush.fillRect(0, HORIZON, WIDTH, HEIGHT - HORIZON);
        brush.setColor(new Color(0x7A7A7A));
        brush.fillPolygon(new int[] {290, 350, 560, 80}, new int[] {HORIZON, HORIZON, HEIGHT, HEIGHT}, 4);
        brush.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(photo, "jpg", bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
