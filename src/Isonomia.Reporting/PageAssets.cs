namespace Isonomia.Reporting;

/// <summary>The looks of a report and its one convenience by script, kept as files beside the code.</summary>
internal static class PageAssets
{
    /// <summary>What figures need of the style sheet, for drawings that stand alone.</summary>
    public static string Figures { get; } = Read("figures.css");

    /// <summary>The style sheet, for the page's head.</summary>
    public static string Style { get; } = Read("page.css") + Figures + Read("print.css");

    /// <summary>The script, for the page's end.</summary>
    public static string Script { get; } = Read("report.js");

    private static string Read(string name)
    {
        using var stream = typeof(PageAssets).Assembly.GetManifestResourceStream($"Isonomia.Reporting.Style.{name}")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
