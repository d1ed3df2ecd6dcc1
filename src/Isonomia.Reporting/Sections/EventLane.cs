using Isonomia.Measurement.Recordings;
using Isonomia.Reporting.Figures;
using Isonomia.Reporting.Markup;

namespace Isonomia.Reporting.Sections;

/// <summary>The event marks above the traces: a tick for a moment, a bar for a time, a colour for each kind.</summary>
internal sealed class EventLane
{
    /// <summary>Height of the row.</summary>
    public const double Height = 12;

    private const int Colours = 6;
    private const int MostLines = 60;
    private readonly IReadOnlyList<RecordingEvent> events;
    private readonly StoredTime time;
    private readonly Dictionary<string, int> kinds = new(StringComparer.Ordinal);

    public EventLane(IReadOnlyList<RecordingEvent> events, StoredTime time)
    {
        (this.events, this.time) = (events, time);
        foreach (var kind in events.GroupBy(e => e.Description).OrderByDescending(g => g.Count()))
            kinds[kind.Key] = Math.Min(kinds.Count, Colours);
    }

    /// <summary>
    /// Draws the marks above a frame whose horizontal axis is stored time, and lines down into it when they are few.
    /// </summary>
    public void Draw(MarkupWriter page, Frame frame, Scale x)
    {
        var top = frame.Top - Height - 3;
        for (var kind = 0; kind <= Colours; kind++)
        {
            var (bars, lines) = (new PathData(), new PathData());
            foreach (var e in events.Where(e => kinds[e.Description] == kind))
            {
                var (from, to) = (x.At(time.At(e.Onset)), x.At(time.At(e.Onset + e.Duration)));
                var width = Math.Max(1.2, to - from - 0.6);
                bars.To(from, top).To(from + width, top).To(from + width, top + Height).To(from, top + Height).Close();
                lines.To(from, frame.Top).To(from, frame.Bottom).Lift();
            }

            if (bars.IsEmpty)
                continue;
            page.Add($"<path class=\"event e{kind}\" d=\"{bars}\"/>");
            if (events.Count <= MostLines)
                page.Add($"<path class=\"eventline\" d=\"{lines}\"/>");
        }
    }

    /// <summary>Writes which colour is which kind.</summary>
    public void WriteLegend(MarkupWriter page, bool dropped)
    {
        var entries = new List<LegendEntry>();
        foreach (var (name, colour) in kinds)
        {
            if (colour < Colours)
                entries.Add(new LegendEntry($"event e{colour}", LegendMark.Area, name));
        }

        if (kinds.Count > Colours)
            entries.Add(new LegendEntry($"event e{Colours}", LegendMark.Area, "other events"));
        if (dropped)
            entries.Add(new LegendEntry("dropped", LegendMark.Area, "dropped"));
        if (entries.Count > 0)
            Legend.Write(page, [.. entries]);
    }
}
