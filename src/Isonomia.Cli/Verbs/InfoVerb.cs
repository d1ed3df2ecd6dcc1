using System.CommandLine;
using Isonomia.Measurement.Formats;
using Isonomia.Measurement.Recordings;
using Isonomia.Modeling.Description;
using Isonomia.Modeling.Models;
using Isonomia.Reporting.Tables;

namespace Isonomia.Cli.Verbs;

/// <summary><c>isonomia info</c>: what is in a recording, or what a model is.</summary>
internal static class InfoVerb
{
    private const int ShownEvents = 12;

    public static Command Create()
    {
        var file = new Argument<string>("RECORDING|MODEL") { Description = "a recording, of any known format; or a model, by its file or name" };
        var json = new Option<string?>("--json") { HelpName = "FILE", Description = "write it as JSON (- for standard output)" };
        var reading = new ReadingArguments();
        var command = new Command("info", "Say what is in a recording, or what a model is.\n\nExamples:\n  isonomia info subject1.edf\n  isonomia info wang-buzsaki") { file, json };
        reading.AddTo(command);
        command.SetAction(parsed =>
        {
            var path = parsed.GetRequiredValue(file);
            if (IsModel(path))
            {
                ModelsVerb.Show(ModelFile.Find(path), asCode: false, asLatex: false, parsed.GetValue(json));
                return ExitCode.Done;
            }

            using var interruption = new Interruption();
            using var recording = RecordingFile.Open(path, reading.Options(parsed));
            ChannelStatistics?[] statistics;
            using (var progress = Terminal.Progress("reading"))
                statistics = ChannelStatistics.Of(recording, progress, interruption.Token);
            if (parsed.GetValue(json) is { } target)
                JsonOutput.Write(target, stream => InfoJson.Write(stream, recording, statistics));
            else
                Print(recording, statistics);
            return ExitCode.Done;
        });
        return command;
    }

    // A file is a model by its name's end; a name without a file is looked for in the library.
    private static bool IsModel(string path)
    {
        var model = path.LastIndexOf(':') is > 1 and var colon && !File.Exists(path) ? path[..colon] : path;
        return model.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase) || model.EndsWith(".yml", StringComparison.OrdinalIgnoreCase)
            || (!File.Exists(model) && ModelLibrary.FullName(model) is not null);
    }

    private static void Print(Recording recording, ChannelStatistics?[] statistics)
    {
        var header = recording.Header;
        var start = header.Start is { } s ? $", from {s:yyyy-MM-dd HH:mm:ss}" : "";
        Console.WriteLine($"{header.Path}: {header.Format}, {recording.Duration:0.###} s{start}");
        foreach (var warning in header.Warnings)
            Console.WriteLine("warning: " + warning);
        if (recording.Stretches.Count > 1)
            Console.WriteLine($"{recording.Stretches.Count} stretches, {recording.StoredSeconds:0.###} s stored");
        if (header.Channels.Count > 0)
        {
            var table = new TextTable("channel", "type", "unit", "Hz", "samples", "mean", "sd", "min", "max");
            for (var i = 0; i < header.Channels.Count; i++)
            {
                var (channel, of) = (header.Channels[i], statistics[i]);
                table.Add(channel.Name, channel.Type.Label(), channel.Unit, $"{channel.SamplingRate:0.###}",
                    $"{channel.Samples}", $"{of?.Mean:G5}", $"{of?.StandardDeviation:G5}", $"{of?.Min:G5}", $"{of?.Max:G5}");
            }

            table.Print(Console.Out);
        }

        if (header.Spikes.Count > 0)
            Console.WriteLine($"{header.Spikes.Count} units, {header.Spikes.Sum(u => (long)u.Times.Length)} spikes");
        if (header.Events.Count > 0)
            Console.WriteLine($"{header.Events.Count} events:");
        foreach (var mark in header.Events.Take(ShownEvents))
            Console.WriteLine($"  {mark.Onset,10:0.000} s  {mark.Duration,8:0.000} s  {mark.Description}");
        if (header.Events.Count > ShownEvents)
            Console.WriteLine($"  and {header.Events.Count - ShownEvents} more (all with --json)");
    }
}
