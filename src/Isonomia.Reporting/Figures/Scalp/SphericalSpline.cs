namespace Isonomia.Reporting.Figures.Scalp;

/// <summary>
/// The smoothest surface over the head through the values at the sensors: v(r) = c0 + sum_i c_i g(r . r_i), with
/// g(x) = 1/(4 pi) sum_n (2n+1) / (n^m (n+1)^m) P_n(x), as in Perrin et al. 1989, doi:10.1016/0013-4694(89)90180-6,
/// with m = 3. The regularisation is so small that the surface shows what each sensor gave (the customary m = 4 with
/// 1e-5 smooths neighbours together, which a map beside a table should not), and keeps coincident sensors harmless.
/// </summary>
public sealed class SphericalSpline
{
    private const int Terms = 50;
    private const int Stiffness = 3;
    private const int Steps = 2000;
    private const double Regularisation = 1e-7;
    private static readonly double[] Kernel = Tabulate();
    private readonly Direction3[] sensors;
    private readonly double[] weights;

    /// <summary>Fits the surface; cost grows with the cube of the number of sensors.</summary>
    /// <exception cref="ArgumentException">There are no sensors, or not as many values as sensors.</exception>
    public SphericalSpline(Direction3[] sensors, ReadOnlySpan<double> values)
    {
        if (sensors.Length == 0 || sensors.Length != values.Length)
            throw new ArgumentException($"{sensors.Length} sensors, {values.Length} values", nameof(values));
        this.sensors = sensors;
        var n = sensors.Length;
        var system = new double[n + 1][];
        for (var i = 0; i <= n; i++)
        {
            var row = system[i] = new double[n + 2];
            for (var j = 0; j <= n; j++)
                row[j] = i == n ? (j == n ? 0 : 1) : j == n ? 1 : KernelAt(sensors[i].Dot(sensors[j]));
            if (i < n)
                (row[i], row[n + 1]) = (row[i] + Regularisation, values[i]);
        }

        weights = Solve(system);
    }

    /// <summary>The surface's value in a direction.</summary>
    public double At(Direction3 direction)
    {
        var sum = weights[^1];
        for (var i = 0; i < sensors.Length; i++)
            sum += weights[i] * KernelAt(direction.Dot(sensors[i]));
        return sum;
    }

    // g between tabulated cosines, linearly: its error is far below what a map can show.
    private static double KernelAt(double cosine)
    {
        var place = (Math.Clamp(cosine, -1, 1) + 1) * (Steps / 2.0);
        var below = Math.Min((int)place, Steps - 1);
        return Kernel[below] + (place - below) * (Kernel[below + 1] - Kernel[below]);
    }

    private static double[] Tabulate()
    {
        var factors = new double[Terms + 1];
        for (var n = 1; n <= Terms; n++)
            factors[n] = (2 * n + 1) / Math.Pow(n * (n + 1.0), Stiffness) / (4 * Math.PI);
        var table = new double[Steps + 1];
        for (var k = 0; k <= Steps; k++)
        {
            var x = 2.0 * k / Steps - 1;
            var (before, now) = (1.0, x);
            for (var n = 1; n <= Terms; n++)
            {
                table[k] += factors[n] * now;
                (before, now) = (now, ((2 * n + 1) * x * now - n * before) / (n + 1));
            }
        }

        return table;
    }

    // Gaussian elimination with pivoting: the system is symmetric but not positive definite.
    private static double[] Solve(double[][] system)
    {
        var n = system.Length;
        for (var column = 0; column < n; column++)
        {
            var pivot = column;
            for (var row = column + 1; row < n; row++)
            {
                if (Math.Abs(system[row][column]) > Math.Abs(system[pivot][column]))
                    pivot = row;
            }

            (system[column], system[pivot]) = (system[pivot], system[column]);
            for (var row = column + 1; row < n; row++)
            {
                var factor = system[row][column] / system[column][column];
                for (var k = column; factor != 0 && k <= n; k++)
                    system[row][k] -= factor * system[column][k];
            }
        }

        var solution = new double[n];
        for (var row = n - 1; row >= 0; row--)
        {
            var sum = system[row][n];
            for (var k = row + 1; k < n; k++)
                sum -= system[row][k] * solution[k];
            solution[row] = sum / system[row][row];
        }

        return solution;
    }
}
