using Isonomia.Measurement.Measuring;
using Isonomia.Measurement.Preprocessing;
using Isonomia.Reporting.Figures;
using Isonomia.Reporting.Findings;
using Isonomia.Reporting.Markup;

namespace Isonomia.Reporting.Sections;

/// <summary>Stacked traces of some channels over stored time.</summary>
internal static class TraceFigure
{
    private const double Left = 64;
    private const double Top = 20;
    private const int MostBins = 1200;

    public static void Draw(
        MarkupWriter page,
        RecordingFindings findings,
        ChannelMeasurement[] channels,
        StoredTime time,
        EventLane events,
        IReadOnlyList<RowScale> scales)
    {
        var pitch = Pitch(channels.Length);
        var right = channels.Any(c => c.WhyBad is not null) ? 74 : 8;
        var frame = new Frame(Left, Top, Figure.PageWidth - Left - right, pitch * (channels.Length + 0.6));
        var (unit, perUnit) = time.Total switch { > 7200 => ("h", 3600.0), > 240 => ("min", 60.0), _ => ("s", 1.0) };
        var x = new LinearScale(0, Math.Max(time.Total, 1e-9), frame.Left, frame.Right);
        Figure.Open(page, Figure.PageWidth, frame.Bottom + 32, $"Traces of {channels.Length} channels");
        var plot = new Plot(page, frame, x, new LinearScale(0, channels.Length + 0.6, frame.Top, frame.Bottom));
        DrawRejected(page, plot, findings.Measurement.Rejected, channels, pitch);
        DrawTimeAxis(page, frame, new LinearScale(0, x.High / perUnit, x.From, x.To), unit);
        events.Draw(page, frame, x);
        plot.BeginClip();
        foreach (var bad in (ReadOnlySpan<bool>)[true, false])
        {
            for (var i = 0; i < channels.Length; i++)
            {
                var scale = scales.First(s => s.Type == channels[i].Channel.Type);
                if (channels[i].WhyBad is not null == bad)
                    DrawTrace(page, channels[i], x, plot.Y.At(i + 0.8), pitch / scale.Pitch, pitch * (bad ? 0.5 : 1.6));
            }
        }

        plot.EndClip();
        DrawBreaks(page, frame, x, time);
        for (var i = 0; i < channels.Length; i++)
            DrawName(page, channels[i], frame, plot.Y.At(i + 0.8), pitch);
        Figure.Close(page);
    }

    // Over all rows, or only those of the channels concerned.
    private static void DrawRejected(
        MarkupWriter page,
        Plot plot,
        IReadOnlyList<RejectedSegment> rejected,
        ChannelMeasurement[] channels,
        double pitch)
    {
        var areas = new PathData();
        Areas(rejected.Where(r => r.Channels.Count == 0), plot.Frame.Top, plot.Frame.Bottom);
        var byChannel = rejected.SelectMany(r => r.Channels, (r, name) => (Segment: r, Name: name))
            .ToLookup(r => r.Name, r => r.Segment);
        for (var row = 0; row < channels.Length; row++)
        {
            var middle = plot.Y.At(row + 0.8);
            Areas(byChannel[channels[row].Channel.Name], middle - pitch / 2, middle + pitch / 2);
        }

        if (!areas.IsEmpty)
            page.Add($"<path class=\"dropped\" d=\"{areas}\"/>");

        void Areas(IEnumerable<RejectedSegment> segments, double top, double bottom)
        {
            var spans = segments.Select(s => (plot.X.At(s.Onset), plot.X.At(s.Onset + s.Duration)));
            foreach (var (from, to) in Joined(spans))
                areas.To(from, top).To(to, top).To(to, bottom).To(from, bottom).Close();
        }
    }

    // What begins within one unit of the drawing becomes one area, as wide as its parts together; so there are no more
    // areas than can be seen, however long the recording. Spans are ordered by their beginning.
    private static IEnumerable<(double From, double To)> Joined(IEnumerable<(double From, double To)> spans)
    {
        (double From, double To)? open = null;
        foreach (var span in spans)
        {
            if (open is not var (from, to))
            {
                open = span;
            }
            else if (span.From <= to || span.From < from + 1)
            {
                open = (from, Math.Max(to, Math.Min(span.To, to + span.To - span.From)));
            }
            else
            {
                yield return (from, to);
                open = span;
            }
        }

        if (open is { } last)
            yield return last;
    }

    private static double Pitch(int rows) => rows switch { <= 8 => 46, <= 16 => 32, <= 32 => 20, _ => 13 };

    private static void DrawTimeAxis(MarkupWriter page, Frame frame, LinearScale x, string unit)
    {
        var axis = new PathData().To(frame.Left, frame.Bottom).To(frame.Right, frame.Bottom).Lift();
        foreach (var tick in x.Ticks(10))
        {
            axis.To(x.At(tick.Value), frame.Bottom).To(x.At(tick.Value), frame.Bottom + 3).Lift();
            Figure.Label(page, x.At(tick.Value), frame.Bottom + 14, tick.Label!, "tick mid");
        }

        page.Add($"<path class=\"axis\" d=\"{axis}\"/>");
        Figure.Label(page, frame.Left + frame.Width / 2, frame.Bottom + 28, $"time ({unit})", "title mid");
    }

    // The area between the least and the greatest sample of each bin; wide bins are made of several.
    private static void DrawTrace(
        MarkupWriter page, ChannelMeasurement channel, LinearScale x, double middle, double perUnit, double most)
    {
        var look = channel.WhyBad is null ? "trace" : "trace badtrace";
        if (channel.Trace is not { Low.Length: > 0 } trace)
        {
            page.Add($"<path class=\"{look}\" d=\"M{x.From} {middle}H{x.To}\"/>");
            return;
        }

        var join = (trace.Low.Length + MostBins - 1) / MostBins;
        var bins = (trace.Low.Length + join - 1) / join;
        var centre = Centre(trace);
        var (lows, highs) = (new double[bins], new double[bins]);
        for (var b = 0; b < bins; b++)
        {
            var (from, to) = (b * join, Math.Min(trace.Low.Length, (b + 1) * join));
            var (low, high) = (float.PositiveInfinity, float.NegativeInfinity);
            for (var i = from; i < to; i++)
                (low, high) = (Math.Min(low, trace.Low[i]), Math.Max(high, trace.High[i]));
            lows[b] = Place(low);
            highs[b] = Place(high);
        }

        var path = new PathData();
        for (var b = 0; b < bins; b++)
            path.To(At(b), highs[b]);
        for (var b = bins - 1; b >= 0; b--)
            path.To(At(b), lows[b]);
        page.Add($"<path class=\"{look}\" d=\"{path.Close()}\"/>");

        double At(int bin) => x.At((bin + 0.5) * join * trace.SecondsPerBin);

        // A trace that runs away must not cover the others.
        double Place(double value) => middle - Math.Clamp((value - centre) * perUnit, -most, most);
    }

    private static double Centre(TraceOverview trace)
    {
        var middles = new double[trace.Low.Length];
        for (var i = 0; i < middles.Length; i++)
            middles[i] = (trace.Low[i] + (double)trace.High[i]) / 2;
        Array.Sort(middles);
        var median = Spread.Quantile(middles, 0.5);
        return double.IsFinite(median) ? median : 0;
    }

    private static void DrawBreaks(MarkupWriter page, Frame frame, LinearScale x, StoredTime time)
    {
        if (time.Breaks.Count == 0)
            return;
        const int MostLabels = 8;
        var path = new PathData();
        foreach (var (at, gap) in time.Breaks)
        {
            path.To(x.At(at), frame.Top).To(x.At(at), frame.Bottom).Lift();
            if (time.Breaks.Count <= MostLabels)
                Figure.Label(page, x.At(at) + 3, frame.Bottom - 3, $"gap {NumberText.Duration(gap)}", "gaplabel");
        }

        page.Add($"<path class=\"{(time.Breaks.Count <= MostLabels ? "gap" : "gap many")}\" d=\"{path}\"/>");
    }

    private static void DrawName(
        MarkupWriter page, ChannelMeasurement channel, Frame frame, double middle, double pitch)
    {
        var small = pitch < 16 ? " tiny" : "";
        var grey = channel.WhyBad is null ? "" : " grey";
        Figure.Label(page, frame.Left - 6, middle + 3, channel.Channel.Name, $"tick end{small}{grey}");
        if (channel.WhyBad is { } why)
            Figure.Label(page, frame.Right + 6, middle + 3, Section.Brief(why), $"tick tiny{grey}");
    }
}
