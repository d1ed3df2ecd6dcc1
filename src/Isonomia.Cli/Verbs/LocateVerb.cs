using System.CommandLine;
using Isonomia.Cli.Locating;
using Isonomia.Inference.Calibrating;
using Isonomia.Inference.Likelihoods;
using Isonomia.Inference.Locating;
using Isonomia.Inference.Models;
using Isonomia.Inference.Tracking;
using Isonomia.Measurement.Bids;
using Isonomia.Measurement.Formats;
using Isonomia.Measurement.Preprocessing;
using Isonomia.Measurement.Settings;
using Isonomia.Reporting.Locating;

namespace Isonomia.Cli.Verbs;

/// <summary><c>isonomia locate</c>: from a recording to a posterior over the circuit behind it.</summary>
internal static class LocateVerb
{
    public static Command Create()
    {
        var file = new Argument<string?>("RECORDING")
        {
            Description = "a recording, of any known format, or a BIDS data set",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var model = new Option<string[]>("--model")
        {
            HelpName = "NAME",
            Description = "corticothalamic (in closed form, the default), a field of the library, or a YAML file with a field; "
                + "several are compared by their evidence",
        };
        var infer = new Option<string[]>("--infer")
        {
            HelpName = "NAME=LOW:HIGH",
            Description = "a parameter of a field to infer, with its limits (may be repeated); those with a range unless given",
        };
        var channels = new Option<string[]>("--channel", "--channels")
        {
            HelpName = "NAME",
            Description = "locate this channel (may be repeated); all for all; Cz unless given, or else the first good one",
        };
        var likelihood = new Option<string>("--likelihood")
        {
            HelpName = "NAME",
            Description = "gamma (averaged periodograms), or braintrak (its cost, for comparison)",
            DefaultValueFactory = _ => "gamma",
        };
        var raw = new Option<bool>("--raw") { Description = "switch all preprocessing off" };
        var set = new Option<string[]>("--set")
        {
            HelpName = "key=value",
            Description = "change a setting, as locate.range=2:40; 'isonomia locate --settings' lists them",
            AllowMultipleArgumentsPerToken = true,
        };
        var settingsList = new Option<bool>("--settings") { Description = "list every setting with its default and meaning, and stop" };
        var window = new Option<string?>("--window")
        {
            HelpName = "10s",
            Description = "follow the recording in windows of this length: where it stands, through time",
        };
        var step = new Option<string?>("--step") { HelpName = "1s", Description = "from one window to the next; the window's length unless given" };
        var where = new Option<string[]>("--where")
        {
            HelpName = "ENTITY=VALUE",
            Description = "of a data set: only recordings of this kind, as task=rest (may be repeated)",
        };
        var by = new Option<string?>("--by")
        {
            HelpName = "COLUMN",
            Description = "of a data set: compare two groups, or along a number, by this column of participants.tsv",
        };
        var calibrate = new Option<int?>("--calibrate")
        {
            HelpName = "N",
            Description = "instead of a recording, locate N individuals drawn from the prior: do intervals hold the truth?",
        };
        var seed = new Option<long>("--seed") { HelpName = "N", Description = "seed of the sampler", DefaultValueFactory = _ => 1 };
        var threads = new Option<int?>("--threads") { HelpName = "N", Description = "threads (the result does not depend on them)" };
        var output = new Option<string?>("--out") { HelpName = "DIR", Description = "write report.html and locate.json here; of --calibrate, calibration.html and .json, and go on from there" };
        var json = new Option<string?>("--json") { HelpName = "FILE", Description = "write the results as JSON (- for standard output)" };
        var reading = new ReadingArguments();
        var verb = new Command("locate", "Locate an individual: a probability distribution over the parameters of a mechanistic model, "
            + "given the spectrum of a recording.\nFor research; not a medical device.\n\n"
            + "Examples:\n  isonomia locate subject1.edf --out located\n"
            + "  isonomia locate subject1.edf --channel Oz --channel Cz --json -\n"
            + "  isonomia locate subject1.edf --model jansen-rit:alpha --infer 'A=1 mV:10 mV' --infer 'B=5 mV:60 mV'\n"
            + "  isonomia locate subject1.edf --channel Oz --window 10s --step 1s --out followed\n"
            + "  isonomia locate study/ --where task=rest --by group --channel Cz\n"
            + "  isonomia locate --calibrate 100 --out calibrated\n"
            + "  isonomia locate subject1.edf --channels all --set locate.range=1:40 --out located")
        {
            file, model, infer, channels, likelihood, raw, set, settingsList, window, step, where, by, calibrate, seed, threads, output, json,
        };
        reading.AddTo(verb);
        verb.SetAction(parsed =>
        {
            if (parsed.GetValue(settingsList))
                return ListSettings();
            if (parsed.GetValue(threads) is < 1)
                throw new SettingException($"--threads {parsed.GetValue(threads)}: one or more was expected");
            var options = new LocateOptions
            {
                Likelihood = Likelihood(parsed.GetRequiredValue(likelihood)),
                Seed = parsed.GetValue(seed),
                Threads = parsed.GetValue(threads) ?? Environment.ProcessorCount,
            };
            var models = LocateModel.ReadAll(parsed.GetValue(model) ?? [], parsed.GetValue(infer) ?? []);
            if (parsed.GetValue(calibrate) is { } individuals)
            {
                if (individuals < 1)
                    throw new SettingException($"--calibrate {individuals}: one individual or more was expected");
                return LocateCalibration.Run(Single(models, "--calibrate"),
                    new CalibrationOptions { Individuals = individuals, Locating = options }, parsed.GetRequiredValue(likelihood),
                    parsed.GetValue(output), parsed.GetValue(json), "isonomia " + string.Join(' ', parsed.Tokens.Select(t => t.Value)));
            }

            // --set takes every word that follows it; one that is no key=value is the recording, given last.
            var words = parsed.GetValue(set) ?? [];
            var path = parsed.GetValue(file) ?? words.LastOrDefault(w => !w.Contains('='))
                ?? throw new SettingException("locate needs a recording; see 'isonomia locate --help'");
            var pairs = parsed.GetValue(file) is null ? words.Where(w => w.Contains('=')) : words;
            var settings = LocateSettings.Default;
            if (parsed.GetValue(raw))
                settings = PreprocessingSettings.Raw.Aggregate(settings, (s, pair) => s.With(pair.Key, pair.Value));
            settings = pairs.Aggregate(settings, SettingArguments.Apply);
            var command = "isonomia " + string.Join(' ', parsed.Tokens.Select(t => t.Value));
            var names = parsed.GetValue(channels) ?? [];
            if (BidsDataset.IsAt(path))
            {
                if (parsed.GetValue(window) is not null || parsed.GetValue(json) is not null)
                    throw new SettingException("--window and --json go with one recording, not with a data set");
                return new LocateCohort(Single(models, "a data set"), settings, options, names, command)
                    .Run(path, parsed.GetValue(where) ?? [], parsed.GetValue(by), parsed.GetValue(output));
            }

            if (parsed.GetValue(by) is not null || parsed.GetValue(where) is { Length: > 0 })
                throw new SettingException("--by and --where go with a BIDS data set");
            if (WindowArguments.Read(parsed.GetValue(window), parsed.GetValue(step)) is { } windows)
            {
                if (parsed.GetRequiredValue(likelihood) != "gamma")
                    throw new SettingException("--window goes with the gamma likelihood: windows are short, and braintrak's does not know how short");
                var tracker = new RecordingTracker(settings, Single(models, "--window"), windows,
                    new TrackOptions { Seed = options.Seed, Threads = options.Threads })
                {
                    Command = command,
                };
                return LocateTracking.Run(tracker, path, names, reading.Options(parsed), parsed.GetValue(output), parsed.GetValue(json));
            }

            if (models.Count > 1 && parsed.GetRequiredValue(likelihood) != "gamma")
                throw new SettingException("models are compared by the gamma likelihood; braintrak's is no probability of a spectrum");
            RecordingLocator[] locators = [.. models.Select(m =>
                new RecordingLocator(settings, m, options with { WithEvidence = models.Count > 1 }) { Command = command })];
            return Run(locators, path, names, reading.Options(parsed), parsed.GetValue(output),
                parsed.GetValue(json));
        });
        return verb;
    }

    private static int Run(RecordingLocator[] locators, string path, string[] channels, ReadingOptions options, string? output,
        string? json)
    {
        using var interruption = new Interruption();
        using var recording = RecordingFile.Open(path, options);
        foreach (var warning in recording.Header.Warnings)
            Terminal.Say("warning: " + warning);
        var located = new LocatedRecording[locators.Length];
        for (var i = 0; i < locators.Length; i++)
        {
            using var progress = Terminal.Progress(locators.Length > 1 ? $"locating {i + 1} of {locators.Length}" : "locating");
            located[i] = locators[i].Locate(recording, channels, progress, interruption.Token);
        }

        if (json is not null)
            JsonOutput.Write(json, stream => LocateJson.Write(stream, located));
        if (output is not null)
            LocateFolder.Write(output, located);
        if (json != "-")
        {
            foreach (var one in located)
                LocateSummary.Print(Console.Out, one);
            if (located.Length > 1)
                LocateSummary.Compare(Console.Out, located);
        }

        if (output is not null)
            Terminal.Say($"report: {Path.Combine(output, LocateFolder.ReportName)}");
        var failed = false;
        foreach (var one in located)
        {
            foreach (var channel in one.Channels.Where(c => c.Posterior?.Diagnostics.Converged != true))
            {
                failed = true;
                var by = located.Length > 1 ? $" by {one.Model.Name}" : "";
                Terminal.Say($"{channel.Channel.Name}: not located{by}: {channel.WhyNot ?? channel.Posterior!.Diagnostics.WhyNot}");
            }
        }

        return failed ? ExitCode.SomeInputsFailed : ExitCode.Done;
    }

    private static SpectralModel Single(IReadOnlyList<SpectralModel> models, string option) => models.Count == 1
        ? models[0]
        : throw new SettingException($"{option} goes with one model, and {models.Count} were given");

    private static Func<ObservedSpectrum, SpectralLikelihood> Likelihood(string name) => name switch
    {
        "gamma" => static o => new GammaLikelihood(o),
        "braintrak" => static o => new BrainTrakLikelihood(o),
        _ => throw new SettingException($"--likelihood {name}: there are gamma and braintrak"),
    };

    private static int ListSettings()
    {
        foreach (var setting in LocateSettings.Default.Known)
            Console.WriteLine($"{setting.Key}={setting.Default}\n    {setting.Meaning}");
        return ExitCode.Done;
    }
}
