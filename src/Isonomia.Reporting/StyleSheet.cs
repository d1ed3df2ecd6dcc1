namespace Isonomia.Reporting;

/// <summary>The looks of a report, kept in style sheets beside the code.</summary>
internal static class StyleSheet
{
    /// <summary>All of it, for the page's head.</summary>
    public static string Text { get; } = Read("page.css") + Read("figures.css") + Read("print.css");

    /// <summary>What figures need of it, for drawings that stand alone.</summary>
    public static string Figures { get; } = Read("figures.css");

    private static string Read(string name)
    {
        using var stream = typeof(StyleSheet).Assembly.GetManifestResourceStream($"Isonomia.Reporting.Style.{name}")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
