using System.CommandLine;
using Isonomia.Cli.Cohorts;
using Isonomia.Measurement.Assays;
using Isonomia.Measurement.Bids;
using Isonomia.Measurement.Biomarkers;
using Isonomia.Measurement.Formats;
using Isonomia.Measurement.Measuring;
using Isonomia.Measurement.Preprocessing;
using Isonomia.Measurement.Recordings;
using Isonomia.Measurement.Settings;
using Isonomia.Reporting.Tables;

namespace Isonomia.Cli.Verbs;

/// <summary><c>isonomia measure</c>: the E/I biomarkers of a recording.</summary>
internal static class MeasureVerb
{
    public static Command Create()
    {
        var file = new Argument<string?>("RECORDING|RUN_DIR|BIDS_DIR")
        {
            Description = "a recording, of any known format; or the folder of a run, as simulate --out leaves it; or of a data "
                + "set in BIDS, all of whose recordings are measured",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var biomarkers = new Option<string?>("--biomarkers")
        {
            HelpName = "a,b,...",
            Description = "which to compute; all unless given: " + string.Join(", ", BiomarkerLibrary.Descriptions.Select(b => b.Name)),
        };
        var channels = new Option<string[]>("--channel") { HelpName = "NAME", Description = "measure this channel only (may be repeated)" };
        var raw = new Option<bool>("--raw") { Description = "switch all preprocessing off" };
        var set = new Option<string[]>("--set")
        {
            HelpName = "key=value",
            Description = "change a setting; 'isonomia measure --settings' lists them",
            AllowMultipleArgumentsPerToken = true,
        };
        var config = new Option<string?>("--config") { HelpName = "FILE.yaml", Description = "settings from a file; --set goes over them" };
        var settingsList = new Option<bool>("--settings") { Description = "list every setting with its default and meaning, and stop" };
        var threads = new Option<int?>("--threads") { HelpName = "N", Description = "channels measured at once (the result does not depend on it)" };
        var output = new Option<string?>("--out") { HelpName = "DIR", Description = "write report.html, measure.json and tables here" };
        var json = new Option<string?>("--json") { HelpName = "FILE", Description = "write the results as JSON (- for standard output)" };
        var where = new Option<string[]>("--where")
        {
            HelpName = "entity=value",
            Description = "of a data set in BIDS, only recordings of this kind, as task=rest or ses=1,2 (may be repeated)",
        };
        var by = new Option<string?>("--by")
        {
            HelpName = "COLUMN",
            Description = "of a data set in BIDS: compare by this column of participants.tsv, groups or numbers",
        };
        var paired = new Option<string?>("--paired")
        {
            HelpName = "ENTITY",
            Description = "of a data set in BIDS: compare two occasions within participants, as session or ses=before,after; "
                + "with --by, the change",
        };
        var correct = new Option<string?>("--correct")
        {
            HelpName = "clusters|fdr",
            Description = "how channels are corrected for their number in comparisons; clusters unless given",
        };
        correct.AcceptOnlyFromAmong("clusters", "fdr");
        var beside = new Option<string[]>("--beside")
        {
            HelpName = "FILE",
            Description = "shown beside the recording: MRS (SDAT/SPAR) or a table of metabolites or motor evoked potentials of "
                + "the same person (may be repeated)",
        };
        var window = new Option<string?>("--window")
        {
            HelpName = "10s",
            Description = "measure everything again in windows of this length: its course over time",
        };
        var step = new Option<string?>("--step") { HelpName = "1s", Description = "from one window to the next; the window's length unless given" };
        var reading = new ReadingArguments();
        var command = new Command("measure", "Measure the E/I biomarkers of a recording, of signals or spikes, or of a simulated run.\n"
            + "For research; not a medical device.\n\n"
            + "Examples:\n  isonomia measure subject1.edf --out results\n"
            + "  isonomia measure lfp.npy --rate 1250 --biomarkers aperiodic,dfa --set aperiodic.range=1:100 aperiodic.mode=knee --json -\n"
            + "  isonomia measure spikes.h5 --biomarkers spike_rate,fano_factor --set spikes.fano_window=500ms\n"
            + "  isonomia simulate izhikevich:tonic-bursting --out run && isonomia measure run --out results\n"
            + "  isonomia measure my-dataset --where task=rest\n"
            + "  isonomia measure my-dataset --by group && isonomia measure my-dataset --paired session\n"
            + "  isonomia measure sub-01_act.SDAT --out mrs\n"
            + "  isonomia measure rest.edf --beside metabolites.tsv --beside meps.tsv --out results\n"
            + "  isonomia measure rest.edf --biomarkers aperiodic,band_power --window 10s --step 1s --out course\n\n"
            + FunctionalEiNotice())
        {
            file, biomarkers, channels, raw, set, config, settingsList, threads, output, json, where, beside, window, step, by, paired, correct,
        };
        reading.AddTo(command);
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(settingsList))
                return ListSettings();

            // --set takes every word that follows it; one that is no key=value is the recording, given last.
            var given = parsed.GetValue(set) ?? [];
            var path = parsed.GetValue(file) ?? given.LastOrDefault(w => !w.Contains('='))
                ?? throw new SettingException("measure needs a recording; see 'isonomia measure --help'");
            var pairs = parsed.GetValue(file) is null ? given.Where(w => w.Contains('=')) : given;

            var settings = RecordingMeasurer.DefaultSettings;
            if (parsed.GetValue(raw))
                settings = PreprocessingSettings.Raw.Aggregate(settings, (s, pair) => s.With(pair.Key, pair.Value));
            if (parsed.GetValue(config) is { } configuration)
                settings = SettingArguments.ApplyFile(settings, configuration);
            settings = pairs.Aggregate(settings, SettingArguments.Apply);

            if (parsed.GetValue(threads) is < 1)
                throw new SettingException($"--threads {parsed.GetValue(threads)}: one or more was expected");
            var asked = Choose(parsed.GetValue(biomarkers));
            var named = parsed.GetValue(channels) ?? [];
            var all = parsed.GetValue(threads) ?? Environment.ProcessorCount;
            var words = "isonomia " + string.Join(' ', parsed.Tokens.Select(t => t.Value));
            var windows = WindowArguments.Read(parsed.GetValue(window), parsed.GetValue(step));
            RecordingMeasurer Measurer(int atOnce) => new(settings, [.. asked.OfType<IBiomarker>()])
            {
                SpikeBiomarkers = [.. asked.OfType<ISpikeBiomarker>()],
                RecordingBiomarkers = [.. asked.OfType<IRecordingBiomarker>()],
                Windows = windows,
                ApplicableOnly = parsed.GetValue(biomarkers) is null,
                ChannelNames = named,
                Threads = atOnce,
                Command = words,
            };
            if (AssayFile.Measure(path, words) is { } assay)
            {
                AssayOutput.Write(assay, parsed.GetValue(output), parsed.GetValue(json));
                return ExitCode.Done;
            }

            AssayMeasurement[] others = [.. (parsed.GetValue(beside) ?? []).Select(b => AssayFile.Measure(b, words)
                ?? throw new BadInputException(b, File.Exists(b)
                    ? "it is neither MRS in SDAT/SPAR nor a table (.tsv) of metabolites or of motor evoked potentials"
                    : "there is no such file"))];
            if (BidsDataset.IsAt(path))
            {
                if (others.Length > 0)
                    throw new SettingException("--beside goes with one recording, not with a data set");
                var distinct = string.Join(',', [.. asked.Select(b => b.Name), "of", .. named,
                    .. windows is null ? Array.Empty<string>() : [$"{windows}"]]);
                return CohortRun.Run(new CohortRequest(path, Measurer, settings, distinct, words)
                {
                    Threads = all,
                    Output = parsed.GetValue(output),
                    Json = parsed.GetValue(json),
                    Where = parsed.GetValue(where) ?? [],
                    Comparing = new CohortComparing(
                        parsed.GetValue(by), parsed.GetValue(paired), parsed.GetValue(correct) != "fdr"),
                });
            }

            Run(Measurer(all), path, others, reading.Options(parsed), parsed.GetValue(output), parsed.GetValue(json));
            return ExitCode.Done;
        });
        return command;
    }

    private static void Run(RecordingMeasurer measurer, string path, AssayMeasurement[] beside, ReadingOptions options,
        string? output, string? json)
    {
        using var interruption = new Interruption();
        using var recording = RecordingFile.Open(path, options);
        foreach (var warning in recording.Header.Warnings)
            Terminal.Say("warning: " + warning);
        RecordingMeasurement found;
        using (var progress = Terminal.Progress("measuring"))
            found = measurer.Measure(recording, progress, interruption.Token) with { Beside = beside };
        if (json is not null)
            JsonOutput.Write(json, stream => MeasureJson.Write(stream, found));
        if (output is not null)
            MeasurementFolder.Write(output, found);
        if (json != "-")
            MeasurementSummary.Print(Console.Out, found);
        if (output is not null)
            Terminal.Say($"report: {Path.Combine(output, MeasurementFolder.ReportName)}");
    }

    private static IReadOnlyList<IBiomarkerDescription> Choose(string? names)
    {
        if (names is null)
            return BiomarkerLibrary.Descriptions;
        var asked = names.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).ToHashSet();
        var known = BiomarkerLibrary.Descriptions.Select(b => b.Name).ToArray();
        if (asked.FirstOrDefault(a => !known.Contains(a)) is { } unknown)
        {
            throw new SettingException($"there is no biomarker '{unknown}'{Suggestion.For(unknown, known)} Known: "
                + string.Join(", ", known));
        }

        return [.. BiomarkerLibrary.Descriptions.Where(b => asked.Contains(b.Name))];
    }

    private static int ListSettings()
    {
        foreach (var setting in RecordingMeasurer.DefaultSettings.Known)
            Console.WriteLine($"{setting.Key}={setting.Default}\n    {setting.Meaning}");
        foreach (var band in RecordingMeasurer.DefaultSettings.Bands)
            Console.WriteLine($"bands.{band.Name}={band.Range}\n    the {band.Name} band in Hz; off leaves it out, a new name adds one");
        return ExitCode.Done;
    }

    private static string FunctionalEiNotice() =>
        "The functional E/I ratio (fei) is covered by patent application PCT/NL2019/050167; it is implemented here from the "
        + "paper (Bruining et al. 2020, doi:10.1038/s41598-020-65500-4). Commercial use may need a licence. All other "
        + "biomarkers work without it.";
}
