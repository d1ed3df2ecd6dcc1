using Isonomia.Inference.Tracking;
using Isonomia.Measurement.Formats;
using Isonomia.Reporting.Locating;

namespace Isonomia.Cli.Locating;

/// <summary><c>isonomia locate RECORDING --window</c>: where it stands, through time.</summary>
internal static class LocateTracking
{
    public static int Run(RecordingTracker tracker, string path, string[] channels, ReadingOptions options, string? output,
        string? json)
    {
        using var interruption = new Interruption();
        using var recording = RecordingFile.Open(path, options);
        foreach (var warning in recording.Header.Warnings)
            Terminal.Say("warning: " + warning);
        TrackedRecording tracked;
        using (var progress = Terminal.Progress("following"))
            tracked = tracker.Track(recording, channels, progress, interruption.Token);
        if (json is not null)
            JsonOutput.Write(json, stream => TrackJson.Write(stream, tracked));
        if (output is not null)
        {
            TrackJson.Write(Path.Combine(output, "track.json"), tracked);
            TrackTsv.Write(Path.Combine(output, "track.tsv"), tracked);
            TrackReport.Write(Path.Combine(output, LocateFolder.ReportName), tracked);
            Terminal.Say($"report: {Path.Combine(output, LocateFolder.ReportName)}");
        }

        if (json != "-")
            Print(tracked);
        return tracked.Channels.All(c => c.WhyNot is null && c.Points.All(p => p.IsKnown)) ? ExitCode.Done : ExitCode.SomeInputsFailed;
    }

    private static void Print(TrackedRecording tracked)
    {
        foreach (var channel in tracked.Channels)
        {
            if (channel.WhyNot is { } why)
            {
                Console.WriteLine($"{channel.Channel.Name}: not followed: {why}");
                continue;
            }

            string[] names = [.. tracked.Model.Coordinates.Select(c => c.Name)];
            var table = new TextTable([$"{channel.Channel.Name}, s", .. names, "margin 1/s", "chi2"]);
            foreach (var point in channel.Points.Where(p => p.IsKnown))
            {
                table.Add([$"{point.Start:0.##}", .. point.Coordinates.Select(c => $"{c.Median:0.00} +- {c.Sd:0.00}"),
                    $"{point.Margin.Median:0.0} +- {point.Margin.Sd:0.0}", $"{point.ReducedChiSquare:0.0}"]);
            }

            table.Print(Console.Out);
            foreach (var unknown in channel.Points.Where(p => !p.IsKnown).GroupBy(p => p.WhyNot))
                Console.WriteLine($"{unknown.Count()} of {channel.Points.Count} windows unknown, the first at {unknown.First().Start:0.##} s: {unknown.Key}");
            var speed = channel.Points.Count * tracked.Windows.Step / channel.Seconds;
            Console.WriteLine($"{channel.Channel.Name}: {channel.Seconds:0.0} s, {speed:0.0} times real time");
        }

        Console.WriteLine($"{tracked.Seconds:0.0} s. For research; not a medical device.");
    }
}
