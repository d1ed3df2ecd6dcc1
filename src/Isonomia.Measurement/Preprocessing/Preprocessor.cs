using System.Globalization;
using Isonomia.Measurement.Recordings;
using Isonomia.Measurement.Settings;

namespace Isonomia.Measurement.Preprocessing;

/// <summary>
/// The way from a raw recording to signals fit to be measured, as declared in the settings: channels, bad channels,
/// reference, band-pass, notch, resampling, bad segments, epochs. Each step says what it did.
/// </summary>
public static class Preprocessor
{
    /// <summary>Looks the recording over and decides; samples are filtered when channels are loaded.</summary>
    /// <param name="recording">The recording; it must stay open as long as channels are loaded.</param>
    /// <param name="settings">What to do.</param>
    /// <param name="names">Channels to consider, by name; none for those the settings choose.</param>
    /// <param name="cancel">Stops between channels.</param>
    /// <exception cref="BadInputException">The recording lacks what the settings ask for.</exception>
    public static PreparedRecording Prepare(Recording recording, MeasureSettings settings,
        IReadOnlyList<string>? names = null, CancellationToken cancel = default)
    {
        var steps = new List<PreprocessingStep>();
        void Did(string name, string outcome, params Setting[] by) =>
            steps.Add(new PreprocessingStep(name, by.ToDictionary(s => s.Key, settings.TextOf), outcome));

        var (channels, chosen) = ChannelChoice.Choose(recording, names ?? [], settings.Get(PreprocessingSettings.Channels));
        Did("channels", chosen, PreprocessingSettings.Channels);

        var badSetting = settings.Get(PreprocessingSettings.BadChannels);
        var notchSetting = settings.Get(PreprocessingSettings.Notch);
        var screens = new List<ChannelScreen>();
        foreach (var channel in channels)
        {
            cancel.ThrowIfCancellationRequested();
            screens.Add(ChannelScreen.Of(recording, channel));
        }

        // Looked for even where no notch is wanted: biomarkers warn when it lies where they fit.
        var line = notchSetting is "auto" or "off"
            ? LineNoise.Find([.. screens.Where(s => s is { Spectrum: not null, FlatFraction: < 0.5 }).Select(s => s.Spectrum!)])
            : double.Parse(notchSetting, CultureInfo.InvariantCulture);

        var whyBad = WhyBad(recording, channels, screens, badSetting, line);
        var bad = Enumerable.Range(0, channels.Count).Where(i => whyBad[i] is not null)
            .Select(i => $"{recording.Channels[channels[i]].Name} ({whyBad[i]})").ToArray();
        Did("bad channels", bad.Length == 0 ? "none set aside" : $"{bad.Length} set aside: {string.Join(", ", bad)}",
            PreprocessingSettings.BadChannels);

        var good = channels.Where((_, i) => whyBad[i] is null).ToArray();
        var reference = ReferenceSignal.Build(recording, good, settings.Get(PreprocessingSettings.Reference), cancel);
        Did("reference", reference.Outcome, PreprocessingSettings.Reference);

        var (highPass, lowPass) = (settings.Get(PreprocessingSettings.HighPass), settings.Get(PreprocessingSettings.LowPass));
        if (lowPass > 0 && lowPass <= highPass)
        {
            throw new SettingException($"{PreprocessingSettings.LowPass.Key}={lowPass}: the low-pass corner must lie above "
                + $"the high-pass corner ({highPass} Hz)");
        }

        Did("band-pass", (highPass, lowPass) switch
        {
            (0, 0) => "none",
            (_, 0) => $"high-pass at {highPass} Hz, zero-phase FIR",
            (0, _) => $"low-pass at {lowPass} Hz, zero-phase FIR",
            _ => $"band-pass {highPass} to {lowPass} Hz, zero-phase FIR",
        }, PreprocessingSettings.HighPass, PreprocessingSettings.LowPass);

        var nyquist = channels.Max(i => recording.Channels[i].SamplingRate) / 2;
        var notches = line is { } f && notchSetting != "off" ? Enumerable.Range(1, (int)(nyquist / f)).Select(k => k * f).Where(n => n < nyquist - 1).ToArray() : [];
        Did("notch", notches.Length == 0
            ? notchSetting == "auto" ? "none: neither 50 nor 60 Hz stands out" : "none"
            : "at " + string.Join(", ", notches) + " Hz, zero-phase FIR", PreprocessingSettings.Notch);

        var newRate = settings.Get(PreprocessingSettings.Resample);
        Did("resampling", newRate > 0 ? $"to {newRate} Hz, anti-aliased" : "none", PreprocessingSettings.Resample);

        Did("bad segments", Limits(settings), PreprocessingSettings.Amplitude, PreprocessingSettings.Gradient, PreprocessingSettings.BadEvents);
        Did("epochs", Epochs(recording, settings), PreprocessingSettings.EpochEvent, PreprocessingSettings.EpochWindow,
            PreprocessingSettings.EpochLength);
        return new PreparedRecording(recording, settings, channels, whyBad, reference, line, notches, steps);
    }

    private static string?[] WhyBad(Recording recording, IReadOnlyList<int> channels, IReadOnlyList<ChannelScreen> screens,
        string setting, double? line)
    {
        switch (setting)
        {
            case "off":
                return new string?[channels.Count];
            case "auto":
                return Judge([.. channels.Select(i => recording.Channels[i])], screens, line);
            default:
                var named = setting.Split('+', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                    .Select(n => ChannelChoice.Index(recording, n)).ToHashSet();
                return [.. channels.Select(i => named.Contains(i) ? "named as bad" : null)];
        }
    }

    // What was marked as bad is no peer for the others to be compared with.
    private static string?[] Judge(Channel[] channels, IReadOnlyList<ChannelScreen> screens, double? line)
    {
        var why = Array.ConvertAll(channels, c => c.MarkedBad);
        var unmarked = Enumerable.Range(0, channels.Length).Where(i => why[i] is null).ToArray();
        var judged = BadChannelScreen.Judge(
            [.. unmarked.Select(i => channels[i])], [.. unmarked.Select(i => screens[i])], line);
        for (var i = 0; i < unmarked.Length; i++)
            why[unmarked[i]] = judged[i];
        return why;
    }

    private static string Limits(MeasureSettings settings)
    {
        var limits = new List<string>();
        if (settings.Get(PreprocessingSettings.Amplitude) is > 0 and var amplitude)
            limits.Add($"amplitude beyond {amplitude} robust SDs");
        if (settings.Get(PreprocessingSettings.Gradient) is > 0 and var gradient)
            limits.Add($"steps beyond {gradient} robust SDs");
        if (settings.Get(PreprocessingSettings.BadEvents))
            limits.Add("times marked BAD");
        return limits.Count == 0 ? "none left out" : "left out, channel by channel: " + string.Join(", ", limits);
    }

    private static string Epochs(Recording recording, MeasureSettings settings)
    {
        var length = settings.Get(PreprocessingSettings.EpochLength);
        var name = settings.Get(PreprocessingSettings.EpochEvent);
        if (name == "none")
            return length > 0 ? $"of {length} s, whole clean ones only" : "none: the whole recording";
        var window = settings.Get(PreprocessingSettings.EpochWindow);
        return $"{EpochCut.CountEvents(recording, name)} events '{name}', {window.Low} to {window.High} s, whole clean ones only";
    }
}
