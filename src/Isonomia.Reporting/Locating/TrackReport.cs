using Isonomia.Inference.Locating;
using Isonomia.Inference.Tracking;
using Isonomia.Numerics.Files;
using Isonomia.Reporting.Figures;
using Isonomia.Reporting.Markup;
using Isonomia.Reporting.Sections;

namespace Isonomia.Reporting.Locating;

/// <summary>What <c>locate --window</c> found, as one self-contained HTML page: coordinates and margin through time.</summary>
public static class TrackReport
{
    /// <summary>Channels that are drawn; the rest are in the table.</summary>
    private const int MostDrawn = 4;

    /// <summary>Writes the page; a reader sees the whole of it or none.</summary>
    /// <exception cref="IOException">The place cannot be written to.</exception>
    public static void Write(string path, TrackedRecording tracked)
    {
        var page = Compose(tracked);
        AtomicFile.Write(path, page.CopyTo);
    }

    /// <summary>The page as it would be written.</summary>
    public static MarkupWriter Compose(TrackedRecording tracked)
    {
        ArgumentNullException.ThrowIfNull(tracked);
        var page = new MarkupWriter();
        LocatedPage.Open(page, Path.GetFileName(tracked.Recording.Path),
            $"How a circuit moves that would have made this recording, by the {tracked.Model.Name} model.");
        var followed = tracked.Channels.Where(c => c.WhyNot is null).ToArray();
        var number = 0;
        foreach (var channel in followed.Take(MostDrawn))
            WriteChannel(page, tracked, channel, ++number);
        if (followed.Length > MostDrawn)
            page.Add($"<p class=\"small\">{(followed.Length - MostDrawn).ToString()} more channels are in track.tsv and track.json.</p>");
        foreach (var channel in tracked.Channels.Where(c => c.WhyNot is not null))
            page.Add($"<p class=\"small\">{channel.Channel.Name} was not followed: {channel.WhyNot!}.</p>");
        LocatedPage.Conclude(page, tracked.Model);
        LocatedPage.Close(page, tracked.Provenance, tracked.Seed, tracked.Steps);
        return page;
    }

    private static void WriteChannel(MarkupWriter page, TrackedRecording tracked, ChannelTrack channel, int number)
    {
        Section.Open(page, $"channel{number}", $"{channel.Channel.Name} through time");
        var model = tracked.Model;
        for (var i = 0; i < model.Coordinates.Count; i++)
        {
            var (at, unit) = (i, model.Coordinates[i].Unit);
            Draw(page, model.Coordinates[i].Name + (unit.Length > 0 ? $" ({unit})" : ""), channel.Points, p => p.Coordinates[at]);
        }

        Draw(page, "margin to the nearest instability (1/s)", channel.Points, p => p.Margin);
        var known = channel.Points.Count(p => p.IsKnown);
        page.Add($"<p class=\"small\">Windows of {NumberText.Significant(tracked.Windows.Length, 4)} s, ");
        page.Add($"{NumberText.Significant(tracked.Windows.Step, 4)} s apart; a point stands at its window's middle, in stored time. ");
        page.AddRaw("Line: median of the posterior; shaded: 90 % interval. Each window is located by its own spectrum: neighbours that "
            + "overlap share signal, and are not independent. ");
        page.Add($"{known.ToString()} of {channel.Points.Count.ToString()} windows are known");
        page.AddText(known < channel.Points.Count
            ? "; in the others too little of the signal is usable, or populations do not agree (track.tsv says which)."
            : ".");
        var poor = channel.Points.Count(p => p.IsKnown && p.ReducedChiSquare >= 3);
        if (poor > 0)
            page.Add($" In {poor.ToString()} windows the model does not fit (chi-square over freedom of 3 or more).");
        page.AddRaw("</p>");
        Section.Close(page);
    }

    private static void Draw(MarkupWriter page, string title, IReadOnlyList<TrackPoint> points, Func<TrackPoint, Marginal> quantity)
    {
        double[] Of(Func<Marginal, double> number) => [.. points.Select(p => p.IsKnown ? number(quantity(p)) : double.NaN)];
        if (points.Any(p => p.IsKnown))
        {
            CourseFigure.Write(page, title, [.. points.Select(p => (p.Start + p.End) / 2)], Of(m => m.Q05), Of(m => m.Median),
                Of(m => m.Q95));
        }
    }
}
