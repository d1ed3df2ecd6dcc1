using Isonomia.Measurement.Recordings;

namespace Isonomia.Measurement.Preprocessing;

/// <summary>
/// Decides which channels to set aside and why. Flat and clipped channels are judged alone; noisy, dead and
/// line-dominated ones against the others of their type, on a log scale by robust z, so at least
/// <see cref="MinimumPeers"/> are needed.
/// </summary>
internal static class BadChannelScreen
{
    private const int MinimumPeers = 6;
    private const double LimitZ = 5;

    // Half the windows flat, or a fifth of all samples at the rails, leaves nothing to measure.
    private const double FlatLimit = 0.5;
    private const double ClippedLimit = 0.2;

    // Electrodes differ by tens of per cent as a matter of course; a spread below this is not evidence of likeness.
    private const double SmallestSpread = 0.1;
    private const double LineShareLimit = 0.8;

    public static string?[] Judge(IReadOnlyList<Channel> channels, IReadOnlyList<ChannelScreen> screens, double? line)
    {
        var why = new string?[channels.Count];
        for (var i = 0; i < channels.Count; i++)
        {
            if (screens[i].FlatFraction >= FlatLimit)
                why[i] = $"flat: nothing moves in {screens[i].FlatFraction:P0} of its windows";
            else if (screens[i].ClippedFraction >= ClippedLimit)
                why[i] = $"clipped: {screens[i].ClippedFraction:P0} of its samples sit at an extreme";
        }

        foreach (var peers in Enumerable.Range(0, channels.Count).Where(i => why[i] is null)
                     .GroupBy(i => (channels[i].Type, channels[i].Unit)).Where(g => g.Count() >= MinimumPeers))
            JudgeAmongPeers([.. peers], screens, line, why);
        return why;
    }

    private static void JudgeAmongPeers(int[] peers, IReadOnlyList<ChannelScreen> screens, double? line, string?[] why)
    {
        var amplitudes = peers.Select(i => Math.Log10(screens[i].Amplitude)).ToArray();
        var typical = Median(amplitudes);
        var spread = Math.Max(SmallestSpread, 1.4826 * Median([.. amplitudes.Select(a => Math.Abs(a - typical))]));
        for (var p = 0; p < peers.Length; p++)
        {
            var z = (amplitudes[p] - typical) / spread;
            var times = Math.Pow(10, amplitudes[p] - typical);
            if (z > LimitZ)
                why[peers[p]] = $"noisy: {times:0.#} times the typical amplitude (robust z {z:0.0})";
            else if (z < -LimitZ)
                why[peers[p]] = $"dead: {times:0.###} times the typical amplitude (robust z {z:0.0})";
        }

        if (line is null)
            return;
        var shares = peers.Select(i => screens[i].Spectrum is { } s ? LineNoise.Share(s, line.Value) : 0).ToArray();
        var typicalShare = Median([.. shares]);
        for (var p = 0; p < peers.Length; p++)
        {
            if (why[peers[p]] is null && shares[p] > LineShareLimit && typicalShare < LineShareLimit / 2)
                why[peers[p]] = $"line-dominated: {shares[p]:P0} of its power is at {line:0} Hz (typical {typicalShare:P0})";
        }
    }

    private static double Median(double[] values)
    {
        Array.Sort(values = [.. values]);
        return values.Length % 2 == 1
            ? values[values.Length / 2]
            : (values[(values.Length / 2) - 1] + values[values.Length / 2]) / 2;
    }
}
