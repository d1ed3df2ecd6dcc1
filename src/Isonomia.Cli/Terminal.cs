using System.Globalization;

namespace Isonomia.Cli;

/// <summary>What people read. It goes to standard error, so that standard output is free for what programs read.</summary>
internal static class Terminal
{
    public static void Say(string line) => Console.Error.WriteLine(line);

    /// <summary>A progress bar, where there is a terminal to draw it on; null otherwise.</summary>
    public static ProgressBar? Progress(string label) =>
        Console.IsErrorRedirected ? null : new ProgressBar(label);

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
