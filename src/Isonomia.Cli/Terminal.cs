using System.Diagnostics;
using System.Globalization;
using Isonomia.Simulation.Circuits;

namespace Isonomia.Cli;

/// <summary>What people read. It goes to standard error, so that standard output is free for what programs read.</summary>
internal static class Terminal
{
    public static void Say(string line) => Console.Error.WriteLine(line);

    /// <summary>A progress bar, where there is a terminal to draw it on; null otherwise.</summary>
    public static ProgressBar? Progress(string label) =>
        Console.IsErrorRedirected ? null : new ProgressBar(label);

    /// <summary>Progress of a circuit, where there is a terminal to show it on; null otherwise.</summary>
    public static CircuitLine? CircuitProgress() => Console.IsErrorRedirected ? null : new CircuitLine();

    internal sealed class CircuitLine : IProgress<CircuitProgress>, IDisposable
    {
        private static readonly TimeSpan Least = TimeSpan.FromMilliseconds(100);
        private readonly Stopwatch since = Stopwatch.StartNew();
        private int width;

        public void Report(CircuitProgress value)
        {
            if (width > 0 && since.Elapsed < Least)
                return;
            since.Restart();
            var line = string.Create(CultureInfo.InvariantCulture,
                $"{value.Time:0.00} of {value.Duration:0.##} s, {value.Spikes:N0} spikes, {value.RealTimeFactor:0.00} s a simulated "
                + $"second, {value.Left:0} s left");
            Console.Error.Write("\r" + line.PadRight(width));
            width = Math.Max(width, line.Length);
        }

        public void Dispose() => Console.Error.Write("\r" + new string(' ', width) + "\r");
    }

    internal sealed class ProgressBar(string label) : IProgress<double>, IDisposable
    {
        private const int Width = 30;
        private readonly Lock drawing = new();
        private int shown = -1;

        public void Report(double value)
        {
            var percent = (int)(100 * value);
            lock (drawing)
            {
                if (percent <= shown)
                    return;
                shown = percent;
                var full = Width * percent / 100;
                Console.Error.Write($"\r{label} [{new string('#', full)}{new string('.', Width - full)}] "
                    + percent.ToString(CultureInfo.InvariantCulture) + " %");
            }
        }

        public void Dispose() => Console.Error.Write("\r" + new string(' ', label.Length + Width + 10) + "\r");
    }
}
