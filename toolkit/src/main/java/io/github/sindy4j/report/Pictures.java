package io.github.sindy4j.report;

import de.erichseifert.vectorgraphics2d.VectorGraphics2D;
import de.erichseifert.vectorgraphics2d.svg.SVGProcessor;
import de.erichseifert.vectorgraphics2d.util.PageSize;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;

/** Turns drawing into files: PNG by ImageIO, SVG by VectorGraphics2D. */
final class Pictures {
  private static final String PNG_METADATA = "javax_imageio_png_1.0";
  private static final Pattern CLIP =
      Pattern.compile("(?<=<clipPath id=\"|clip-path=\"url\\(#)clip-?[0-9]+");

  private Pictures() {}

  /** A white picture of so many points, as wide as so many pixels. */
  static byte[] png(double width, double height, int pixels, Consumer<Canvas> drawing) {
    double scale = pixels / width;
    BufferedImage image =
        new BufferedImage(pixels, (int) Math.round(height * scale), BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
    graphics.scale(scale, scale);
    drawing.accept(new GraphicsCanvas(graphics));
    graphics.dispose();
    try {
      return encode(image, pixels / (width / 72 * 0.0254));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] encode(BufferedImage image, double pixelsPerMetre) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
    IIOMetadata metadata =
        writer.getDefaultImageMetadata(
            ImageTypeSpecifier.createFromRenderedImage(image), writer.getDefaultWriteParam());
    IIOMetadataNode resolution = new IIOMetadataNode("pHYs");
    String density = Long.toString(Math.round(pixelsPerMetre));
    resolution.setAttribute("pixelsPerUnitXAxis", density);
    resolution.setAttribute("pixelsPerUnitYAxis", density);
    resolution.setAttribute("unitSpecifier", "meter");
    IIOMetadataNode root = new IIOMetadataNode(PNG_METADATA);
    root.appendChild(resolution);
    metadata.mergeTree(PNG_METADATA, root);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.write(new IIOImage(image, null, metadata));
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  /** A vector picture of so many points. */
  static String svg(double width, double height, Consumer<Canvas> drawing) {
    VectorGraphics2D graphics = new VectorGraphics2D();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, (int) Math.ceil(width), (int) Math.ceil(height));
    drawing.accept(new GraphicsCanvas(graphics));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      new SVGProcessor()
          .getDocument(graphics.getCommands(), new PageSize(0, 0, width, height))
          .writeTo(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return reproducible(bytes.toString(StandardCharsets.UTF_8));
  }

  /**
   * Without the prologue, whose document type names a file elsewhere; with the spaces of text kept,
   * and with clip paths numbered as they occur: the library names them after addresses in memory.
   */
  private static String reproducible(String svg) {
    Map<String, String> names = new HashMap<>();
    String plain = SvgLines.joined(svg).replaceAll("(?s)<(\\?xml|!DOCTYPE)[^>]*>\\s*", "");
    return CLIP.matcher(plain.replace("<text ", "<text xml:space=\"preserve\" "))
        .replaceAll(found -> names.computeIfAbsent(found.group(), name -> "c" + names.size()));
  }
}
