using Isonomia.Inference.Locating;
using Isonomia.Numerics.Files;
using Isonomia.Reporting.Markup;

namespace Isonomia.Reporting.Locating;

/// <summary>
/// What <c>locate</c> found as one self-contained HTML page: in words, the fit, where the circuit stands, the posterior,
/// what the spectrum cannot tell; over the scalp where several channels were located.
/// </summary>
public static class LocateReport
{
    /// <summary>Channels shown in full; the rest are in the table.</summary>
    private const int MostInFull = 4;

    /// <summary>Writes the page; a reader sees the whole of it or none.</summary>
    /// <exception cref="IOException">The place cannot be written to.</exception>
    public static void Write(string path, LocatedRecording located)
    {
        var page = Compose(located);
        AtomicFile.Write(path, page.CopyTo);
    }

    /// <summary>The page as it would be written.</summary>
    public static MarkupWriter Compose(LocatedRecording located)
    {
        ArgumentNullException.ThrowIfNull(located);
        var page = new MarkupWriter();
        var name = Path.GetFileName(located.Recording.Path);
        LocatedPage.Open(page, name, $"Where a circuit stands that would have made this recording, by the {located.Model.Name} model.");
        WriteFailures(page, located);
        LocatedChannel[] good = [.. located.Channels.Where(c => c.Posterior is { Diagnostics.Converged: true })];
        if (good.Length > 1)
            LocatedTable.Write(page, located, good);
        var number = 0;
        foreach (var channel in good.Take(MostInFull))
            LocatedChannelSection.Write(page, channel, ++number);
        LocatedPage.Conclude(page, located.Model);
        LocatedPage.Close(page, located.Provenance, located.Seed, located.Steps);
        return page;
    }

    private static void WriteFailures(MarkupWriter page, LocatedRecording located)
    {
        var failed = located.Channels.Where(c => c.Posterior is not { Diagnostics.Converged: true }).ToArray();
        if (failed.Length == 0)
            return;
        page.AddRaw("<ul class=\"warnings\">");
        foreach (var channel in failed)
        {
            page.Add($"<li>{channel.Channel.Name} was not located: {channel.WhyNot ?? channel.Posterior!.Diagnostics.WhyNot}. ");
            page.AddRaw("What did not converge is not shown.</li>");
        }

        page.AddRaw("</ul>");
    }
}
